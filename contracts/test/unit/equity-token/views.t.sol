// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {HolderClass, Terms, TokenKind} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

/// @notice What people and programs ask before they sign, for every class of holder. Ada and Ben founded the network.
contract ViewsTest is GovernedTest {
    uint256 private constant STAKE = 200_000e18;
    uint256 private constant FOUNDER_SHARES = 100_000e18;
    uint256 private constant LOCKED = 50_000e18;
    uint256 private constant LOCKUP = 365 days;

    // ---------------------------------------------------------------------------------------------------- classOf

    function test_ClassOf() external {
        assertEq(uint8(adaToken.classOf(ada)), uint8(HolderClass.Wallet), "a wallet");
        assertEq(uint8(adaToken.classOf(dora)), uint8(HolderClass.Wallet), "who never held");
        assertEq(uint8(adaToken.classOf(address(network))), uint8(HolderClass.Treasury), "a network that staked");
        assertEq(uint8(adaToken.classOf(address(benToken))), uint8(HolderClass.Wallet), "a token that never held");
        adaToken.reclassify(address(benToken));
        assertEq(uint8(adaToken.classOf(address(benToken))), uint8(HolderClass.Treasury), "until it is marked");
    }

    // ----------------------------------------------------------------------------------------------- treasuryHeld

    function test_TreasuryHeld() external {
        assertEq(adaToken.treasuryHeld(), STAKE, "what the network holds");
        assertEq(benToken.treasuryHeld(), STAKE, "what the network holds");
        assertEq(network.treasuryHeld(), 0, "wallets hold all of the network");
        vm.prank(ben);
        benToken.allowDeposit(address(adaToken));
        vm.prank(ada);
        adaToken.transfer(address(benToken), 7e18);
        assertEq(adaToken.treasuryHeld(), STAKE + 7e18, "what all treasuries hold");
    }

    // --------------------------------------------------------------------------------------------------- lockedOf

    function test_LockedOf_WithoutALock() external view {
        _requireLocked(adaToken, ada, 0, 0);
        _requireLocked(network, ada, 0, 0);
        _requireLocked(network, dora, 0, 0);
    }

    function test_LockedOf_UntilItEnds() external {
        uint256 until = _stakeLocked();
        _requireLocked(network, ada, LOCKED, until);
        vm.warp(until - 1);
        _requireLocked(network, ada, LOCKED, until);
        vm.warp(until);
        _requireLocked(network, ada, 0, 0);
    }

    // -------------------------------------------------------------------------------------- transferableBalanceOf

    function test_TransferableBalanceOf_OfAWallet() external view {
        assertEq(adaToken.transferableBalanceOf(ada), MILLION - STAKE, "all that it has");
        assertEq(adaToken.transferableBalanceOf(dora), 0, "none of none");
    }

    function test_TransferableBalanceOf_OfATreasury() external view {
        assertEq(adaToken.balanceOf(address(network)), STAKE, "it has some");
        assertEq(adaToken.transferableBalanceOf(address(network)), 0, "and can send none");
    }

    function test_TransferableBalanceOf_WithALock() external {
        uint256 until = _stakeLocked();
        assertEq(network.balanceOf(ada), FOUNDER_SHARES + LOCKED, "balance");
        assertEq(network.transferableBalanceOf(ada), FOUNDER_SHARES, "all but what is locked");
        vm.warp(until);
        assertEq(network.transferableBalanceOf(ada), FOUNDER_SHARES + LOCKED, "all once it ends");
    }

    // ------------------------------------------------------------------------------------------------ canTransfer

    function test_CanTransfer_WhatItRefuses() external view {
        _requireRefused(adaToken, address(0), ben, 1, IERC20Errors.ERC20InvalidSender.selector);
        _requireRefused(adaToken, ada, address(0), 1, IERC20Errors.ERC20InvalidReceiver.selector);
        _requireRefused(adaToken, ada, ben, MILLION - STAKE + 1, IERC20Errors.ERC20InsufficientBalance.selector);
        _requireRefused(adaToken, ada, address(network), 1, IEquityToken.TreasuryDidNotAsk.selector);
        _requireRefused(network, ada, address(adaToken), 1, IEquityToken.TreasuryDidNotAsk.selector);
        // Even what is nothing comes from somebody and goes to somebody.
        _requireRefused(adaToken, ada, address(0), 0, IERC20Errors.ERC20InvalidReceiver.selector);
        _requireRefused(adaToken, address(0), ada, 0, IERC20Errors.ERC20InvalidSender.selector);
    }

    function test_CanTransfer_WhatItAllows() external view {
        _requireAllowed(adaToken, ada, ben, MILLION - STAKE);
        _requireAllowed(adaToken, ada, ada, MILLION - STAKE);
        _requireAllowed(adaToken, dora, ben, 0);
        _requireAllowed(adaToken, dora, address(network), 0);
        _requireAllowed(network, ben, dora, FOUNDER_SHARES);
    }

    /// @dev The network's stake pulls with its own call, which no treasury refuses.
    function test_CanTransfer_AsTheNetworkWouldPull() external {
        vm.prank(address(network));
        (bool allowed,) = adaToken.canTransfer(ada, address(network), 1);
        assertTrue(allowed, "it asks for itself");
    }

    function test_CanTransfer_WithALock() external {
        uint256 until = _stakeLocked();
        _requireAllowed(network, ada, dora, FOUNDER_SHARES);
        _requireRefused(network, ada, dora, FOUNDER_SHARES + 1, INetworkShares.SharesLocked.selector);
        _requireRefused(network, ada, ada, FOUNDER_SHARES + 1, INetworkShares.SharesLocked.selector);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkShares.SharesLocked.selector, ada, LOCKED, until));
        network.transfer(dora, FOUNDER_SHARES + 1);
        vm.warp(until);
        _requireAllowed(network, ada, dora, FOUNDER_SHARES + LOCKED);
    }

    /// @dev A network gives shares back, also to who may not receive more of a closed token; it could not send them.
    function test_CanTransfer_OutOfATreasury() external {
        PersonalToken closed = _launch(cleo, "CLEO", MILLION, false);
        vm.prank(cleo);
        closed.approveHolder(address(network), true);
        _stake(network, _admit(_entryTerms(address(closed), cleo, LOCKED)), closed, cleo, LOCKED, cleo);
        _requireRefused(closed, address(network), dora, 1, IPersonalToken.HolderNotApproved.selector);
        _requireAllowed(closed, address(network), cleo, LOCKED);
        vm.prank(address(network));
        (bool allowed,) = closed.canTransfer(address(network), dora, LOCKED);
        assertTrue(allowed, "as the network would give it back");
    }

    function testFuzz_CanTransfer_SaysWhatATransferDoes(uint256 amount, uint256 fromIndex, uint256 toIndex) external {
        address[6] memory accounts =
            [ada, ben, dora, address(0), address(network), registry.predictToken(cleo, TokenKind.Personal, 0)];
        address from = accounts[bound(fromIndex, 0, 3)];
        address to = accounts[bound(toIndex, 0, 5)];
        amount = bound(amount, 0, 2 * MILLION);
        (bool allowed, bytes4 reason) = adaToken.canTransfer(from, to, amount);
        vm.prank(from);
        (bool success, bytes memory answer) = address(adaToken).call(abi.encodeCall(adaToken.transfer, (to, amount)));
        assertEq(allowed, success, "as it goes");
        assertEq(reason, success ? bytes4(0) : bytes4(answer), "for the same reason");
    }

    /// @dev Ada stakes under terms with a lockup.
    function _stakeLocked() private returns (uint256 until) {
        Terms memory terms = _entryTerms(address(adaToken), ada, LOCKED);
        terms.lockup = uint32(LOCKUP);
        uint256 termsId = _admit(terms);
        _stake(network, termsId, adaToken, ada, LOCKED, ada);
        return block.timestamp + LOCKUP;
    }

    function _requireLocked(IEquityToken of_, address account, uint256 amount, uint256 until) private view {
        (uint256 actualAmount, uint256 actualUntil) = of_.lockedOf(account);
        assertEq(actualAmount, amount, "locked");
        assertEq(actualUntil, until, "until");
    }

    function _requireRefused(IEquityToken of_, address from, address to, uint256 amount, bytes4 reason) private view {
        (bool allowed, bytes4 actual) = of_.canTransfer(from, to, amount);
        assertFalse(allowed, "refused");
        assertEq(actual, reason, "for this reason");
    }

    function _requireAllowed(IEquityToken of_, address from, address to, uint256 amount) private view {
        (bool allowed, bytes4 reason) = of_.canTransfer(from, to, amount);
        assertTrue(allowed, "allowed");
        assertEq(reason, bytes4(0), "without a reason");
    }
}
