// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {ISettlement} from "../../../src/interfaces/ISettlement.sol";
import {Hop, TokenKind} from "../../../src/types/EquityTypes.sol";
import {Failing, GasBurner, ReenteringHolder} from "../../mocks/HostileHolders.sol";
import {Bomb, Mute, RefusingReceiver, Yes} from "../../mocks/Receivers.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

/// @notice Why hops and claims fail, and that it hurts nothing else: behind each there is a hop or claim that is good.
contract SettleFailuresTest is WeftTest {
    /// @dev What the network's half of 16 ether is, rounded down.
    uint256 private constant HALF = 8 ether - 1;
    uint256 private constant LONGEST_REASON = 1024;

    PersonalToken private adaToken;
    PersonalToken private cleoToken;
    INetworkToken private network;

    /// @dev Ada owns a half of herself, and a network, which has the other half.
    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        cleoToken = _launch(cleo, "CLEO");
        network = _formWith(adaToken, ada, 500_000e18);
        _stake(network, 0, adaToken, ada, 500_000e18, ada);
        _realize(adaToken, ada, 16 ether);
    }

    // ------------------------------------------------------------------------------------------------------- hops

    function test_HopHasNothing() external {
        _expectHopFails(
            address(network),
            address(cleoToken),
            abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, address(network))
        );
    }

    function test_HopsSourceIsNoToken() external {
        address yes = address(new Yes());
        _expectHopFails(address(network), yes, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, yes));
        _expectHopFails(address(network), ben, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, ben));
    }

    /// @dev It holds since before it was a token, and has no shares to divide income among.
    function test_HopsHolderHasNoHolders() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 1);
        vm.prank(ada);
        adaToken.transfer(future, 100_000e18);
        _realize(adaToken, ada, 1 ether);
        INetworkToken empty = _formWith(cleoToken, cleo, 100_000e18);
        uint256 due = adaToken.claimable(future);
        _expectHopFails(
            address(empty), address(adaToken), abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, 1e15)
        );
        assertEq(adaToken.claimable(future), due, "all stays claimable");
    }

    function test_HopsHolderIsAWallet() external {
        _expectHopFails(ben, address(adaToken), abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, ben));
    }

    function test_HopsHolderDoesNotAnswer() external {
        _expectHopFails(address(new Mute()), address(adaToken), "");
    }

    function test_HopsHolderSaysYes() external {
        Hop[] memory hops = _before(address(new Yes()), address(adaToken));
        uint256 paid = settlement.settle(hops, new address[](0), ada, 0, block.timestamp);
        assertEq(paid, 0, "nothing is counted for what it says");
        assertEq(network.accounted(), HALF, "the next was harvested");
    }

    /// @dev To copy and log what they answer would take more gas than to make it.
    function test_HopsHolderAnswersAMegabyte() external {
        address bomb = address(new Bomb({fails: false}));
        Hop[] memory hops = _before(bomb, address(adaToken));
        _expectFailed(0, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, bomb));
        settlement.settle{gas: 6_000_000}(hops, new address[](0), ada, 0, block.timestamp);
        assertEq(network.accounted(), HALF, "the next was harvested");
    }

    function test_HopsHolderFailsWithAMegabyte() external {
        Hop[] memory hops = _before(address(new Bomb({fails: true})), address(adaToken));
        _expectFailed(0, "");
        settlement.settle{gas: 6_000_000}(hops, new address[](0), ada, 0, block.timestamp);
        assertEq(network.accounted(), HALF, "the next was harvested");
    }

    function test_HopsHolderFailsWithTheLongestReason() external {
        _expectHopFails(address(new Failing(LONGEST_REASON)), address(adaToken), new bytes(LONGEST_REASON));
    }

    function test_HopsHolderFailsWithALongerReason() external {
        _expectHopFails(address(new Failing(LONGEST_REASON + 1)), address(adaToken), "");
    }

    /// @dev A call can take all but a part in 64 of the gas: whoever plans the hops sees that in a simulation.
    function test_HopsHolderTakesAllGas() external {
        Hop[] memory hops = _before(address(new GasBurner()), address(adaToken));
        _expectFailed(0, "");
        settlement.settle{gas: 64_000_000}(hops, new address[](0), ada, 0, block.timestamp);
        assertEq(network.accounted(), HALF, "the next was harvested");
    }

    function test_HopsHolderClaimsForTheAccountItself() external {
        ReenteringHolder holder = new ReenteringHolder();
        holder.reenter(address(adaToken), abi.encodeCall(IEquityToken.claim, (ada)));
        Hop[] memory hops = _before(address(holder), address(adaToken));
        uint256 due = adaToken.claimable(ada);

        vm.expectRevert(abi.encodeWithSelector(ISettlement.PaidTooLittle.selector, 0, due));
        settlement.settle(hops, _list(address(adaToken)), ada, due, block.timestamp);
        assertEq(adaToken.claimable(ada), due, "nothing happened");

        uint256 balanceBefore = ada.balance;
        _expectFailed(2, abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, ada));
        settlement.settle(hops, _list(address(adaToken)), ada, 0, block.timestamp);
        assertTrue(holder.succeeded(), "it came first");
        assertEq(ada.balance - balanceBefore, due, "and only the account could gain by it");
    }

    function test_HopsHolderSettlesMeanwhile() external {
        ReenteringHolder holder = new ReenteringHolder();
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(adaToken), 1);
        holder.reenter(
            address(settlement), abi.encodeCall(ISettlement.settle, (hops, new address[](0), dora, 0, block.timestamp))
        );
        _expectFailed(1, abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, address(network)));
        hops = _before(address(holder), address(adaToken));
        settlement.settle(hops, new address[](0), ada, 0, block.timestamp);
        assertTrue(holder.succeeded(), "it came first");
        assertEq(network.accounted(), HALF, "and harvested what the next would have");
    }

    // ----------------------------------------------------------------------------------------------------- claims

    function test_ClaimHasNothing() external {
        _expectClaimFails(address(cleoToken), ada, abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, ada));
    }

    function test_ClaimIsMadeTwice() external {
        address[] memory claims = new address[](2);
        (claims[0], claims[1]) = (address(adaToken), address(adaToken));
        uint256 due = adaToken.claimable(ada);
        _expectFailed(1, abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, ada));
        assertEq(settlement.settle(new Hop[](0), claims, ada, due, block.timestamp), due, "and counted once");
    }

    function test_ClaimsTokenIsNotRegistered() external {
        address[4] memory tokens =
            [address(new Yes()), ben, registry.personalTokenImplementation(), address(new Bomb({fails: false}))];
        for (uint256 i = 0; i < tokens.length; ++i) {
            _expectClaimFails(tokens[i], ada, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, tokens[i]));
            _realize(adaToken, ada, 1 ether);
        }
    }

    function test_ClaimIsForATreasury() external {
        _expectClaimFails(
            address(adaToken),
            address(network),
            abi.encodeWithSelector(IEquityToken.OnlyOwnHarvest.selector, address(network))
        );
    }

    function test_ClaimIsForNobody() external {
        _expectClaimFails(
            address(adaToken), address(0), abi.encodeWithSelector(IEquityToken.ClaimToZeroAddress.selector)
        );
    }

    function test_ClaimsAccountRefusesTheCoin() external {
        address refusing = address(new RefusingReceiver());
        _endow(refusing);
        uint256 due = adaToken.claimable(refusing);
        _expectClaimFails(address(adaToken), refusing, abi.encodeWithSelector(RefusingReceiver.NoThanks.selector));
        assertEq(adaToken.claimable(refusing), due, "all stays claimable");
    }

    function test_ClaimsAccountRefusesWithAMegabyte() external {
        address bomb = address(new Bomb({fails: true}));
        _endow(bomb);
        uint256 due = adaToken.claimable(bomb);
        _expectFailed(0, "");
        uint256 paid =
            settlement.settle{gas: 8_000_000}(new Hop[](0), _list(address(adaToken)), bomb, 0, block.timestamp);
        assertEq(paid, 0, "nothing arrived");
        assertEq(adaToken.claimable(bomb), due, "and it stays claimable");
    }

    // ---------------------------------------------------------------------------------------------------- helpers

    /// @dev The hop fails for the reason, and the one behind it does not.
    function _expectHopFails(address holder, address source, bytes memory reason) private {
        uint256 snapshot = vm.snapshotState();
        uint256 due = adaToken.claimable(address(network));
        _expectFailed(0, reason);
        settlement.settle(_before(holder, source), new address[](0), ada, 0, block.timestamp);
        assertEq(network.accounted(), due, "the next was harvested");
        vm.revertToState(snapshot);
    }

    /// @dev The claim, numbered after one hop, fails for the reason.
    function _expectClaimFails(address token, address account, bytes memory reason) private {
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(adaToken), 1);
        uint256 due = adaToken.claimable(account);
        bool isGood = account == ada;
        address[] memory claims = new address[](2);
        (claims[0], claims[1]) = (token, address(adaToken));
        _expectFailed(1, reason);
        uint256 paid = settlement.settle(hops, claims, account, 0, block.timestamp);
        assertEq(paid, isGood ? due : 0, "the next was paid to who can be paid");
    }

    function _before(address holder, address source) private view returns (Hop[] memory hops) {
        hops = new Hop[](2);
        hops[0] = _hop(holder, source, 1);
        hops[1] = _hop(address(network), address(adaToken), 1);
    }

    /// @dev A tenth of Ada's token, and a gain since.
    function _endow(address account) private {
        vm.prank(ada);
        adaToken.transfer(account, 100_000e18);
        _realize(adaToken, ada, 1 ether);
    }

    function _expectFailed(uint256 index, bytes memory reason) private {
        vm.expectEmit(address(settlement));
        emit ISettlement.HopFailed(index, reason);
    }

    function _list(address token) private pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = token;
    }
}
