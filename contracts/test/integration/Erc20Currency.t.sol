// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {NetworkToken} from "../../src/NetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {Hop} from "../../src/types/EquityTypes.sol";
import {
    BlocklistCurrency,
    FalseCurrency,
    FeeCurrency,
    HollowCurrency,
    NoReturnCurrency,
    PlainCurrency,
    ReenteringCurrency
} from "../mocks/Currencies.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice The protocol on an ERC-20, and on currencies that behave badly: at worst their own holders lose.
contract Erc20CurrencyTest is WeftTest {
    using SafeERC20 for IERC20;

    PersonalToken private token;
    NetworkToken private network;
    address private currency;

    /// @dev Ada holds three quarters of her token, a network the rest; Ada holds all of the network.
    function _deployOn(address currency_) private {
        currency = currency_;
        _deploy(currency_);
        token = _launch(ada, "ADA");
        network = _formWith(token, ada, 250_000e18);
        _stake(network, 0, token, ada, 250_000e18, ada);
        PlainCurrency(currency_).mint(ada, 1_000e18);
        vm.prank(ada);
        IERC20(currency_).forceApprove(address(token), type(uint256).max);
    }

    function _pay(uint256 amount) private {
        vm.prank(ada);
        token.realize(amount, 0, "");
    }

    function _held(address account) private view returns (uint256) {
        return IERC20(currency).balanceOf(account);
    }

    function test_PlainCurrency_FlowsThroughANetwork() external {
        _deployOn(address(new PlainCurrency(18)));
        _pay(4e18);
        assertEq(token.currency(), currency, "currency");
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(token), 1);
        address[] memory claims = new address[](2);
        claims[0] = address(token);
        claims[1] = address(network);
        uint256 paid = settlement.settle(hops, claims, ada, 0, block.timestamp);
        assertApproxEqAbs(paid, 4e18, 10, "all of it came round");
        assertEq(_held(ada), 1_000e18 - 4e18 + paid, "arrived");
        assertEq(_held(address(token)) + _held(address(network)), 4e18 - paid, "nothing is lost");
    }

    function test_RevertWhen_NativeCoinIsSentAlong() external {
        _deployOn(address(new PlainCurrency(18)));
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1, 0));
        token.realize{value: 1}(4e18, 0, "");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1, 0));
        token.distribute{value: 1}(4e18, "");
    }

    /// @dev Nobody could ever get it out.
    function test_RevertWhen_NativeCoinIsSentByMistake() external {
        _deployOn(address(new PlainCurrency(18)));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1 ether, 0));
        Address.sendValue(payable(token), 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1 ether, 0));
        Address.sendValue(payable(network), 1 ether);
    }

    function test_PlainCurrency_SentByMistakeIsAbsorbed() external {
        _deployOn(address(new PlainCurrency(18)));
        vm.prank(ada);
        assertTrue(IERC20(currency).transfer(address(token), 3e18));
        assertEq(token.absorb(), 3e18, "absorbed");
        assertEq(token.unaccounted(), 0, "all booked");
    }

    function test_NoReturnValue_Works() external {
        _deployOn(address(new NoReturnCurrency()));
        _pay(4e6);
        assertEq(network.harvest(address(token)), 1e6 - 1, "harvest");
        assertEq(token.claim(ada), 3e6 - 1, "claim");
        assertEq(_held(ada), 1_000e18 - 4e6 + 3e6 - 1, "arrived");
    }

    function test_FeeOnTransfer_BooksWhatArrives() external {
        _deployOn(address(new FeeCurrency()));
        _pay(4e18);
        assertEq(token.totalIncome(), 3.96e18, "realized less the fee");
        assertEq(token.totalRealized(), 3.96e18, "reported less the fee");
        uint256 due = token.claimable(address(network));
        uint256 amount = network.harvest(address(token));
        assertEq(amount, due - due / 100, "harvested less the fee");
        assertEq(network.totalIncome(), amount, "booked");
        assertEq(network.unaccounted() + token.unaccounted(), 0, "no more and no less than is there");
        token.claim(ada);
        network.claim(ada);
        assertEq(_held(address(token)), token.totalIncome() - token.totalClaimed(), "solvent");
        assertEq(_held(address(network)), network.totalIncome() - network.totalClaimed(), "solvent");
    }

    function test_RevertWhen_NothingArrives() external {
        _deployOn(address(new HollowCurrency()));
        vm.prank(ada);
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.realize(4e18, 0, "");
    }

    function test_RevertWhen_CurrencyAnswersFalse() external {
        FalseCurrency refusing = new FalseCurrency();
        _deployOn(address(refusing));
        _pay(4e18);
        refusing.setRefusing(true);
        bytes memory reason = abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, currency);
        vm.expectRevert(reason);
        token.claim(ada);
        vm.prank(ada);
        vm.expectRevert(reason);
        token.realize(4e18, 0, "");
        vm.expectRevert(reason);
        network.harvest(address(token));
        assertEq(token.claimable(ada), 3e18 - 1, "all stays claimable");

        refusing.setRefusing(false);
        assertEq(token.claim(ada), 3e18 - 1, "until it answers true");
    }

    function test_BlockedHolder_HurtsNobodyElse() external {
        BlocklistCurrency list = new BlocklistCurrency();
        _deployOn(address(list));
        vm.prank(ada);
        token.transfer(ben, 250_000e18);
        _pay(4e18);
        list.setBlocked(ben, true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistCurrency.Blocked.selector, ben));
        token.claim(ben);
        token.claim(ada);
        network.harvest(address(token));
        assertEq(token.claimable(ben), 1e18 - 1, "kept for him");

        list.setBlocked(ben, false);
        assertEq(token.claim(ben), 1e18 - 1, "until he is free");
    }

    function test_BlockedTokenContract_KeepsSharesMoving() external {
        BlocklistCurrency list = new BlocklistCurrency();
        _deployOn(address(list));
        _pay(4e18);
        list.setBlocked(address(token), true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistCurrency.Blocked.selector, address(token)));
        token.claim(ada);
        vm.prank(ada);
        token.transfer(ben, 1e18);
        assertEq(token.balanceOf(ben), 1e18, "shares move");

        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(token), 1);
        settlement.settle(hops, new address[](0), ada, 0, block.timestamp);
        assertEq(network.totalIncome(), 0, "and a settlement passes it over");
    }

    function test_RevertWhen_CurrencyReenters() external {
        ReenteringCurrency hostile = new ReenteringCurrency();
        _deployOn(address(hostile));
        hostile.mint(address(this), 10e18);
        hostile.approve(address(token), type(uint256).max);
        _pay(4e18);
        bytes[4] memory calls = [
            abi.encodeCall(IEquityToken.claim, (ada)),
            abi.encodeCall(IEquityToken.absorb, ()),
            abi.encodeCall(IEquityToken.distribute, (1e18, "")),
            abi.encodeCall(IEquityToken.harvest, (address(token)))
        ];
        for (uint256 i = 0; i < 4; ++i) {
            hostile.reenterOnce(address(token), calls[i]);
            vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
            token.claim(ada);
            vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
            token.distribute(1e18, "");
        }
        assertEq(token.claimable(ada), 3e18 - 1, "nothing was paid");
        assertEq(token.totalIncome(), 4e18, "nothing was booked");
    }

    function test_ReentryIntoTheHarvester_CannotBookTwice() external {
        ReenteringCurrency hostile = new ReenteringCurrency();
        _deployOn(address(hostile));
        _pay(4e18);
        // While the harvest's payment moves, absorb would see it as unaccounted.
        hostile.reenterOnce(address(network), abi.encodeCall(IEquityToken.absorb, ()));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        network.harvest(address(token));
    }
}
