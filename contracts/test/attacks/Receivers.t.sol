// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Hop} from "../../src/types/EquityTypes.sol";
import {Bomb, ReenteringReceiver, RefusingReceiver} from "../mocks/Receivers.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Attacks by who is paid: from inside the payment, or by refusing it.
contract ReceiversAttacksTest is WeftTest {
    /// @dev Half of this is what the receiver is owed in each turn.
    uint256 private constant GAIN = 2 ether;

    PersonalToken private token;
    ReenteringReceiver private receiver;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        receiver = new ReenteringReceiver();
        _give(address(receiver), 500_000e18);
    }

    function _give(address to, uint256 shares) private {
        vm.prank(ada);
        assertTrue(token.transfer(to, shares), "given");
    }

    /// @dev The receiver is paid, and makes this call while it is.
    function _payWhileCalling(address target, bytes memory call) private returns (uint256 paid) {
        _realize(token, ada, GAIN);
        receiver.reenter(target, call);
        uint256 due = token.claimable(address(receiver));
        uint256 before = address(receiver).balance;
        paid = token.claim(address(receiver));
        assertTrue(receiver.called(), "it tried");
        assertEq(paid, due, "what was due was paid");
        assertEq(address(receiver).balance - before, due, "once");
        assertEq(token.claimable(address(receiver)), 0, "nothing is due any more");
        assertGe(address(token).balance, token.claimable(ada), "the others are covered");
    }

    function _assertRefused(address target, bytes memory call) private {
        _payWhileCalling(target, call);
        assertFalse(receiver.succeeded(), "it failed");
        assertEq(
            receiver.reason(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector),
            "at the guard"
        );
    }

    /// @dev To be paid again, or to have the payment booked as income, before the books are closed.
    function test_Attack_ReentryFromAReceiver() external {
        address target = address(token);
        _assertRefused(target, abi.encodeCall(IEquityToken.claim, (address(receiver))));
        _assertRefused(target, abi.encodeCall(IEquityToken.claimTo, (address(receiver))));
        _assertRefused(target, abi.encodeCall(IEquityToken.claimToBySig, (ada, dora, block.timestamp, "")));
        _assertRefused(target, abi.encodeCall(IEquityToken.absorb, ()));
        _assertRefused(target, abi.encodeCall(IEquityToken.distribute, (0, "")));
        _assertRefused(target, abi.encodeCall(IEquityToken.harvest, (target)));
        _assertRefused(target, abi.encodeCall(IEquityToken.exclude, (address(receiver))));
    }

    /// @dev To have a network harvest from a token that is in the middle of a payment.
    function test_Attack_ReentryThroughANetwork() external {
        INetworkToken network = _formWith(token, ada, 100_000e18);
        _stake(network, 0, token, ada, 100_000e18, ada);
        _assertRefused(address(network), abi.encodeCall(IEquityToken.harvest, (address(token))));
        assertEq(network.accounted(), 0, "the network booked nothing");
    }

    /// @dev The person is the receiver: to pay in or issue shares with the payment half done.
    function test_Attack_ReentryByThePerson() external {
        vm.prank(address(receiver));
        token = PersonalToken(payable(registry.launch("Eve", "EVE", MILLION, URI, true)));
        bytes[2] memory calls =
            [abi.encodeCall(IPersonalToken.realize, (0, 0, "")), abi.encodeCall(IPersonalToken.issue, (dora, 1e18))];
        for (uint256 i = 0; i < calls.length; ++i) {
            token.distribute{value: GAIN}(GAIN, "");
            receiver.reenter(address(token), calls[i]);
            token.claim(address(receiver));
            assertFalse(receiver.succeeded(), "it failed");
            assertEq(
                receiver.reason(),
                abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector),
                "at the guard"
            );
        }
    }

    /// @dev To have the same income paid again to whoever gets the shares meanwhile.
    function test_Attack_ReentryByTransferOfTheSharesThatArePaid() external {
        _payWhileCalling(address(token), abi.encodeCall(IERC20.transfer, (ben, 500_000e18)));
        assertTrue(receiver.succeeded(), "shares may move meanwhile");
        assertEq(token.balanceOf(ben), 500_000e18, "they did");
        assertEq(token.claimable(ben), 0, "nothing is due for what was paid");
    }

    /// @dev To stake the shares that are being paid for, and be paid by the network once more.
    function test_Attack_ReentryByStakeOfTheSharesThatArePaid() external {
        INetworkToken network = _formWith(token, address(receiver), 500_000e18);
        vm.prank(address(receiver));
        token.approve(address(network), 500_000e18);
        address to = address(receiver);
        _payWhileCalling(
            address(network), abi.encodeCall(INetworkAdmission.stake, (0, 500_000e18, to, type(uint256).max))
        );
        assertTrue(receiver.succeeded(), "a stake may happen meanwhile");
        assertEq(token.claimable(address(network)), 0, "nothing is due to the network for what was paid");
    }

    /// @dev To hold everybody's settlement up by refusing the coin.
    function test_Attack_RefusingReceiverInASettlement() external {
        RefusingReceiver refusing = new RefusingReceiver();
        _give(address(refusing), 250_000e18);
        INetworkToken network = _formWith(token, ada, 250_000e18);
        _stake(network, 0, token, ada, 250_000e18, ada);
        _realize(token, ada, 4 ether);
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(token), 1);
        address[] memory claims = new address[](1);
        claims[0] = address(token);

        vm.expectEmit(address(settlement));
        emit ISettlement.HopFailed(1, abi.encodeWithSelector(RefusingReceiver.NoThanks.selector));
        assertEq(settlement.settle(hops, claims, address(refusing), 0, block.timestamp), 0, "it is not paid");
        assertEq(network.accounted(), 1 ether - 1, "the network is served");
        assertEq(token.claim(address(receiver)), 2 ether - 1, "everybody else is served");
        assertEq(token.claimable(address(refusing)), 1 ether - 1, "what it refused stays claimable");
    }

    /// @dev To lock an account that can't take the coin out of its income: it claims to another address.
    function test_Attack_RefusingReceiverLosesNothing() external {
        RefusingReceiver refusing = new RefusingReceiver();
        _give(address(refusing), 250_000e18);
        _realize(token, ada, 4 ether);
        uint256 before = dora.balance;
        vm.prank(address(refusing));
        assertEq(token.claimTo(dora), 1 ether - 1, "paid elsewhere");
        assertEq(dora.balance - before, 1 ether - 1, "all of it");
    }

    /// @dev To burn a keeper's gas with an answer of a megabyte.
    function test_Attack_AnswerTooLongToCopy() external {
        Bomb bomb = new Bomb(true);
        _give(address(bomb), 100_000e18);
        _realize(token, ada, 10 ether);
        address[] memory claims = new address[](1);
        claims[0] = address(token);
        vm.expectEmit(address(settlement));
        emit ISettlement.HopFailed(0, "");
        assertEq(settlement.settle(new Hop[](0), claims, address(bomb), 0, block.timestamp), 0, "skipped");
        assertEq(token.claimable(address(bomb)), 1 ether - 1, "what it refused stays claimable");
    }

    /// @dev To be paid what belongs to somebody else.
    function test_Attack_StrangerPaysOnlyTheOwner() external {
        _give(ben, 100_000e18);
        _realize(token, ada, 10 ether);
        (uint256 stranger, uint256 owner) = (dora.balance, ben.balance);
        vm.startPrank(dora);
        assertEq(token.claim(ben), 1 ether - 1, "anyone may call");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, dora));
        token.claim(dora);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, dora));
        token.claimTo(dora);
        vm.stopPrank();
        assertEq(dora.balance, stranger, "nothing for the stranger");
        assertEq(ben.balance - owner, 1 ether - 1, "all for the owner");
    }
}
