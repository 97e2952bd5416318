// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Hop} from "../../src/types/EquityTypes.sol";
import {BlocklistCurrency, FalseCurrency, FeeCurrency, HollowCurrency, NoReturnCurrency} from "../mocks/Currencies.sol";
import {HollowPayments, PausableCurrency} from "../mocks/HostileCurrencies.sol";
import {CurrencyTest} from "../utils/CurrencyTest.sol";

/// @notice The protocol on currencies that behave badly: at worst their own holders lose, and shares move on.
contract HostileCurrencyTest is CurrencyTest {
    /// @dev Of 4 paid in, rounded down.
    uint256 private constant ADAS = 3e18 - 1;
    uint256 private constant NETWORKS = 1e18 - 1;

    // ------------------------------------------------------------------------------------------- returns nothing

    function test_NoReturnValue_Works() external {
        _deployOn(address(new NoReturnCurrency()));
        _pay(4e6);
        assertEq(network.harvest(address(token)), 1e6 - 1, "harvest");
        assertEq(token.claim(ada), 3e6 - 1, "claim");
        _distribute(4e6);
        uint256 due = token.claimable(ada);
        assertEq(_claimTo(ada, dora), due, "claimTo");
        assertEq(_held(dora), due, "arrived");
        vm.prank(ada);
        NoReturnCurrency(currency).transfer(address(token), 1e6);
        assertEq(token.absorb(), 1e6, "absorb");
        vm.prank(ada);
        token.realize(4e6, 1 days, "");
        skip(1 days);
        _leave();
        assertEq(token.claimable(address(network)), 0, "harvested when she left");
        assertEq(_held(address(token)), token.accounted(), "solvent");
        assertEq(_held(address(network)), network.accounted(), "solvent");
    }

    // --------------------------------------------------------------------------------------------- keeps a part

    function test_FeeOnTransfer_BooksWhatArrives() external {
        _deployOn(address(new FeeCurrency()));
        _pay(4e18);
        assertEq(token.accounted(), 3.96e18, "realized less the fee");
        _distribute(4e18);
        assertEq(token.accounted(), 7.92e18, "given less the fee");
        vm.prank(ada);
        token.realize(4e18, 1 days, "");
        assertEq(token.stream().left, 3.96e18, "streaming less the fee");
        skip(1 days);

        uint256 due = token.claimable(address(network));
        uint256 amount = network.harvest(address(token));
        assertEq(amount, due - due / 100, "harvested less the fee");
        assertEq(network.accounted(), amount, "booked");
        _requireSolvent();
    }

    function test_FeeOnTransfer_PaysLessTheFee() external {
        _deployOn(address(new FeeCurrency()));
        _pay(4e18);
        uint256 due = token.claimable(ada);
        uint256 before = _held(ada);
        assertEq(token.claim(ada), due, "what the token sends");
        assertEq(_held(ada) - before, due - due / 100, "less the fee arrives");
        _distribute(4e18);
        due = token.claimable(ada);
        _claimTo(ada, dora);
        assertEq(_held(dora), due - due / 100, "less the fee arrives elsewhere");
        _requireSolvent();
    }

    function test_FeeOnTransfer_AbsorbAndLeaving() external {
        _deployOn(address(new FeeCurrency()));
        vm.prank(ada);
        assertTrue(IERC20(currency).transfer(address(token), 4e18), "sent");
        assertEq(token.absorb(), 3.96e18, "absorbs what arrived");
        uint256 due = token.claimable(address(network));
        _leave();
        assertEq(network.accounted(), due - due / 100, "harvested less the fee when she left");
        _requireSolvent();
    }

    // ------------------------------------------------------------------------------------------- moves nothing

    function test_RevertWhen_NothingArrives() external {
        _deployOn(address(new HollowCurrency()));
        vm.startPrank(ada);
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.realize(4e18, 0, "");
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.realize(4e18, 1 days, "");
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.distribute(4e18, "");
        vm.stopPrank();
        assertEq(token.accounted(), 0, "nothing was booked");
        assertEq(token.realizationCount(), 0, "nor realized");
    }

    function test_RevertWhen_NothingIsHarvested() external {
        _deployOn(address(new HollowPayments()));
        _pay(4e18);
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        network.harvest(address(token));
        assertEq(token.claimable(address(network)), NETWORKS, "all stays claimable");
    }

    /// @dev It said that it paid. What it kept back is not lost to the holders.
    function test_HollowPayments_AreAbsorbed() external {
        _deployOn(address(new HollowPayments()));
        _pay(4e18);
        assertEq(token.claim(ada), ADAS, "as far as anybody can tell");
        assertEq(token.unaccounted(), ADAS, "it is still here");
        _leave();
        assertEq(network.accounted(), 0, "nothing arrived when she left");
        assertEq(token.unaccounted(), ADAS + NETWORKS, "it is still here too");
        assertEq(token.absorb(), ADAS + NETWORKS, "and is divided again");
        _requireSolvent();
    }

    // ------------------------------------------------------------------------------------------------- refuses

    function test_RevertWhen_CurrencyAnswersFalse() external {
        FalseCurrency refusing = new FalseCurrency();
        _deployOn(address(refusing));
        _pay(4e18);
        refusing.setRefusing(true);
        _expectNothingMoves(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, currency));
        _requireSharesMove();

        refusing.setRefusing(false);
        assertApproxEqAbs(token.claim(ada), ADAS, 1, "until it answers true");
    }

    function test_RevertWhen_CurrencyReverts() external {
        PausableCurrency paused = new PausableCurrency();
        _deployOn(address(paused));
        _pay(4e18);
        paused.setPaused(true);
        _expectNothingMoves(abi.encodeWithSelector(PausableCurrency.Paused.selector));
        _requireSharesMove();

        paused.setPaused(false);
        assertApproxEqAbs(token.claim(ada), ADAS, 1, "until it goes on");
    }

    /// @dev It moves nothing, and so nothing can refuse it.
    function test_Absorb_GoesOnWhileTheCurrencyRefuses() external {
        PausableCurrency paused = new PausableCurrency();
        _deployOn(address(paused));
        paused.mint(address(token), 4e18);
        paused.setPaused(true);
        assertEq(token.absorb(), 4e18, "absorbed");
        assertEq(token.claimable(ada), ADAS, "due");
    }

    // ------------------------------------------------------------------------------------------------- blocks

    function test_BlockedHolder_HurtsNobodyElse() external {
        BlocklistCurrency list = _deployOnBlocklist();
        vm.prank(ada);
        token.transfer(ben, QUARTER_SHARES);
        _pay(4e18);
        list.setBlocked(ben, true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistCurrency.Blocked.selector, ben));
        token.claim(ben);
        token.claim(ada);
        network.harvest(address(token));
        assertEq(token.claimable(ben), NETWORKS, "kept for him");

        assertEq(_claimTo(ben, dora), NETWORKS, "or paid where he says");
        assertEq(_held(dora), NETWORKS, "arrived");
    }

    function test_BlockedReceiver_CanBeReplaced() external {
        BlocklistCurrency list = _deployOnBlocklist();
        _pay(4e18);
        list.setBlocked(dora, true);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(BlocklistCurrency.Blocked.selector, dora));
        token.claimTo(dora);
        assertEq(_claimTo(ada, cleo), ADAS, "paid elsewhere");
    }

    function test_BlockedTokenContract_KeepsSharesMoving() external {
        BlocklistCurrency list = _deployOnBlocklist();
        _pay(4e18);
        list.setBlocked(address(token), true);
        bytes memory reason = abi.encodeWithSelector(BlocklistCurrency.Blocked.selector, address(token));
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(token), 1);
        vm.expectEmit(address(settlement));
        emit ISettlement.HopFailed(0, reason);
        settlement.settle(hops, new address[](0), ada, 0, block.timestamp);

        _expectNothingMoves(reason);
        _requireSharesMove();
        list.setBlocked(address(token), false);
        assertApproxEqAbs(token.claim(ada), ADAS, 1, "until it is free");
    }

    function test_BlockedNetwork_HurtsNobodyElse() external {
        BlocklistCurrency list = _deployOnBlocklist();
        _pay(4e18);
        list.setBlocked(address(network), true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistCurrency.Blocked.selector, address(network)));
        network.harvest(address(token));
        assertEq(token.claim(ada), ADAS, "others are paid");
        _leave();
        assertEq(token.claimable(address(network)), NETWORKS, "what it could not harvest stays due to it");
        assertEq(network.accounted(), 0, "nothing was booked");
    }

    // ---------------------------------------------------------------------------------------------------- helpers

    function _deployOnBlocklist() private returns (BlocklistCurrency list) {
        list = new BlocklistCurrency();
        _deployOn(address(list));
    }

    /// @dev Nothing comes in or goes out, and nothing is lost by trying.
    function _expectNothingMoves(bytes memory reason) private {
        vm.expectRevert(reason);
        token.claim(ada);
        vm.expectRevert(reason);
        network.harvest(address(token));
        vm.startPrank(ada);
        vm.expectRevert(reason);
        token.claimTo(dora);
        vm.expectRevert(reason);
        token.realize(4e18, 0, "");
        vm.expectRevert(reason);
        token.realize(4e18, 1 days, "");
        vm.expectRevert(reason);
        token.distribute(4e18, "");
        vm.stopPrank();
        assertEq(token.claimable(ada), ADAS, "all stays claimable");
        assertEq(token.claimable(address(network)), NETWORKS, "all stays claimable");
        assertEq(token.accounted(), 4e18, "nothing was booked");
        assertEq(token.realizationCount(), 1, "nor realized");
    }

    /// @dev Shares move, are staked and taken back, whatever the currency does.
    function _requireSharesMove() private {
        vm.prank(ada);
        assertTrue(token.transfer(ben, 1e18), "sent");
        assertEq(token.balanceOf(ben), 1e18, "shares move");
        INetworkToken other = _formWith(token, ben, 1e18);
        _stake(other, 0, token, ben, 1e18, ben);
        assertEq(other.balanceOf(ben), 1e18, "and are staked");
        uint256 snapshot = vm.snapshotState();
        _leave();
        assertEq(token.claimable(address(network)), NETWORKS, "and are taken back; what was not harvested stays due");
        vm.revertToState(snapshot);
    }

    function _requireSolvent() private view {
        assertEq(_held(address(token)), token.accounted() + token.unaccounted(), "solvent");
        assertEq(_held(address(network)), network.accounted() + network.unaccounted(), "solvent");
        assertGe(_held(address(token)), token.claimable(ada) + token.claimable(address(network)), "solvent");
    }
}
