// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Terms} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract LocksTest is GovernedTest {
    uint256 private constant STAKE = 10_000e18;
    uint256 private constant MAX_LOCKUP = 1461 days;
    uint256 private constant ANY_SUPPLY = type(uint256).max;
    bytes4 private constant LOCKED = INetworkShares.SharesLocked.selector;

    PersonalToken private cleoToken;

    function setUp() public override {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO");
        vm.prank(cleo);
        cleoToken.approve(address(network), ANY_SUPPLY);
    }

    function _openWithLockup(uint256 lockup) private returns (uint256) {
        Terms memory terms = _entryTerms(address(cleoToken), cleo, STAKE);
        terms.lockup = uint32(lockup);
        return _openTerms(terms);
    }

    function _stakeFor(uint256 lockup, address to) private {
        uint256 termsId = _openWithLockup(lockup);
        vm.prank(cleo);
        network.stake(termsId, STAKE, to, ANY_SUPPLY);
    }

    /// @return until When the lock ends.
    function _lock(uint256 lockup) private returns (uint256 until) {
        _stakeFor(lockup, cleo);
        return block.timestamp + lockup;
    }

    function _assertLocked(address account, uint256 amount, uint256 until) private view {
        (uint256 locked, uint256 lockedUntil) = network.lockedOf(account);
        assertEq(locked, amount, "locked");
        assertEq(lockedUntil, until, "until");
    }

    function _assertFree(address account, uint256 free) private view {
        assertEq(network.transferableBalanceOf(account), free, "transferable");
        (bool allowed, bytes4 reason) = network.canTransfer(account, dora, free);
        assertTrue(allowed, "all that is free may move");
        assertEq(reason, bytes4(0), "without a reason not to");
    }

    function _unstakeAll(uint256 amount) private returns (uint256) {
        uint256 exitId = _openExitTerms(_exitTerms(address(cleoToken), cleo, amount));
        vm.prank(cleo);
        return network.unstake(exitId, amount);
    }

    function test_NobodyStakedWithALockup() external {
        _stakeFor(0, cleo);
        _assertLocked(ada, 0, 0);
        _assertLocked(cleo, 0, 0);
        _assertFree(cleo, STAKE);
        _assertFree(ada, 100_000e18);
    }

    function testFuzz_Lock(uint256 lockup, uint256 amount) external {
        lockup = bound(lockup, 1, MAX_LOCKUP);
        amount = bound(amount, 1, STAKE);
        uint256 termsId = _openWithLockup(lockup);
        vm.expectEmit(address(network));
        emit INetworkShares.SharesLockChanged(cleo, amount, block.timestamp + lockup);
        vm.prank(cleo);
        network.stake(termsId, amount, cleo, ANY_SUPPLY);
        _assertLocked(cleo, amount, block.timestamp + lockup);
        assertEq(network.balanceOf(cleo), amount, "they are there");
        assertEq(network.transferableBalanceOf(cleo), 0, "but none moves");
    }

    function test_RevertWhen_LockedSharesAreSent() external {
        uint256 until = _lock(100 days);
        (bool allowed, bytes4 reason) = network.canTransfer(cleo, dora, 1);
        assertFalse(allowed, "not one");
        assertEq(reason, LOCKED, "and why");
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(LOCKED, cleo, STAKE, until));
        network.transfer(dora, 1);
        // Nor to oneself: what can't be sent can't be sent anywhere.
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(LOCKED, cleo, STAKE, until));
        network.transfer(cleo, 1);
    }

    function test_RevertWhen_LockedSharesAreSentBySomebodyElse() external {
        uint256 until = _lock(100 days);
        vm.prank(cleo);
        network.approve(dora, ANY_SUPPLY);
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(LOCKED, cleo, STAKE, until));
        network.transferFrom(cleo, dora, STAKE);
    }

    function test_RevertWhen_LockedSharesAreStaked() external {
        uint256 until = _lock(100 days);
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), cleo, STAKE);
        vm.startPrank(cleo);
        network.approve(address(other), ANY_SUPPLY);
        vm.expectRevert(abi.encodeWithSelector(LOCKED, cleo, STAKE, until));
        other.stake(0, STAKE, cleo, ANY_SUPPLY);
    }

    function testFuzz_OthersMove(uint256 others, uint256 more) external {
        others = bound(others, 1, 50_000e18);
        more = bound(more, 1, STAKE);
        uint256 until = _lock(100 days);
        vm.prank(ada);
        assertTrue(network.transfer(cleo, others), "sent");
        _assertLocked(cleo, STAKE, until);
        _assertFree(cleo, others);
        vm.startPrank(cleo);
        vm.expectRevert(abi.encodeWithSelector(LOCKED, cleo, STAKE, until));
        network.transfer(dora, others + more);
        assertTrue(network.transfer(dora, others), "sent on");
        vm.stopPrank();
        assertEq(network.balanceOf(dora), others, "received");
    }

    function testFuzz_EndsExactly(uint256 lockup) external {
        lockup = bound(lockup, 1, MAX_LOCKUP);
        uint256 until = _lock(lockup);
        vm.warp(until - 1);
        _assertLocked(cleo, STAKE, until);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(LOCKED, cleo, STAKE, until));
        network.transfer(dora, STAKE);
        vm.warp(until);
        _assertLocked(cleo, 0, 0);
        _assertFree(cleo, STAKE);
        vm.prank(cleo);
        assertTrue(network.transfer(dora, STAKE), "free");
    }

    function test_LockedSharesVote() external {
        _lock(100 days);
        assertEq(network.getVotes(cleo), STAKE, "votes");
        vm.prank(cleo);
        network.delegate(dora);
        assertEq(network.getVotes(dora), STAKE, "that can be delegated");
    }

    function test_TheLongestLockup() external {
        uint256 until = _lock(MAX_LOCKUP);
        _assertLocked(cleo, STAKE, until);
        assertEq(until - block.timestamp, 4 * 365 days + 1 days, "four years");
    }

    function testFuzz_StakeAgain_ForLonger(uint256 first, uint256 second) external {
        first = bound(first, 5 days, MAX_LOCKUP - 1);
        second = bound(second, first, MAX_LOCKUP);
        _lock(first);
        uint256 termsId = _openWithLockup(second);
        uint256 until = block.timestamp + second;
        vm.expectEmit(address(network));
        emit INetworkShares.SharesLockChanged(cleo, STAKE + 1e18, until);
        vm.prank(cleo);
        network.stake(termsId, 1e18, cleo, ANY_SUPPLY);
        _assertLocked(cleo, STAKE + 1e18, until);
    }

    function testFuzz_StakeAgain_ForShorter(uint256 first, uint256 second) external {
        first = bound(first, 5 days, MAX_LOCKUP);
        uint256 until = _lock(first);
        second = bound(second, 1, first - OPENING_DELAY);
        _lock(second);
        _assertLocked(cleo, 2 * STAKE, until);
    }

    function test_StakeAgain_WithoutALockup() external {
        uint256 until = _lock(100 days);
        _stakeFor(0, cleo);
        _assertLocked(cleo, STAKE, until);
        _assertFree(cleo, STAKE);
    }

    function testFuzz_StakeAgain_AfterTheEnd(uint256 wait) external {
        vm.warp(_lock(5 days) + bound(wait, 0, 1000 days));
        uint256 until = _lock(1 days);
        _assertLocked(cleo, STAKE, until);
        _assertFree(cleo, STAKE);
    }

    function test_RevertWhen_SomebodyElseStakesForTheHolder() external {
        uint256 until = _lock(100 days);
        Terms memory terms = _entryTerms(address(adaToken), address(0), STAKE);
        terms.lockup = uint32(MAX_LOCKUP);
        uint256 termsId = _openTerms(terms);
        vm.startPrank(ada);
        adaToken.approve(address(network), STAKE);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.ReceiverNotOwn.selector, cleo));
        network.stake(termsId, STAKE, cleo, ANY_SUPPLY);
        vm.stopPrank();
        _assertLocked(cleo, STAKE, until);
    }

    /// @dev Whoever bought shares that were locked once holds free ones.
    function test_SharesThatAreSentAreFree() external {
        uint256 until = _lock(5 days);
        vm.warp(until);
        vm.prank(cleo);
        assertTrue(network.transfer(dora, STAKE), "sent");
        _assertLocked(dora, 0, 0);
        _assertFree(dora, STAKE);
    }

    function test_Lock_OfAPersonalTokensShares() external {
        _stakeFor(100 days, address(cleoToken));
        _assertLocked(address(cleoToken), STAKE, block.timestamp + 100 days);
        _assertLocked(cleo, 0, 0);
        assertEq(network.transferableBalanceOf(address(cleoToken)), 0, "a treasury sends nothing anyway");
    }

    function testFuzz_Unstake_BurnsLockedOnesFirst(uint256 amount) external {
        amount = bound(amount, 1, STAKE - 1);
        uint256 until = _lock(100 days);
        vm.prank(ada);
        assertTrue(network.transfer(cleo, 5e18), "sent");
        uint256 exitId = _openExitTerms(_exitTerms(address(cleoToken), cleo, STAKE));
        vm.expectEmit(address(network));
        emit INetworkShares.SharesLockChanged(cleo, STAKE - amount, until);
        vm.prank(cleo);
        network.unstake(exitId, amount);
        _assertLocked(cleo, STAKE - amount, until);
        _assertFree(cleo, 5e18);
    }

    function test_Unstake_BurnsMoreThanIsLocked() external {
        _stakeFor(0, cleo);
        _lock(100 days);
        uint256 amount = STAKE + 1e18;
        uint256 exitId = _openExitTerms(_exitTerms(address(cleoToken), cleo, amount));
        vm.expectEmit(address(network));
        emit INetworkShares.SharesLockChanged(cleo, 0, 0);
        vm.prank(cleo);
        assertEq(network.unstake(exitId, amount), amount, "burned");
        _assertLocked(cleo, 0, 0);
        _assertFree(cleo, STAKE - 1e18);
    }

    function test_Unstake_WhenNothingIsLocked() external {
        vm.warp(_lock(1 days));
        uint256 exitId = _openExitTerms(_exitTerms(address(cleoToken), cleo, STAKE));
        vm.recordLogs();
        vm.prank(cleo);
        network.unstake(exitId, STAKE);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            assertNotEq(logs[i].topics[0], INetworkShares.SharesLockChanged.selector, "nothing changed");
        }
        _assertLocked(cleo, 0, 0);
    }

    function test_Unstake_ThenStakeAgain() external {
        _lock(MAX_LOCKUP);
        _unstakeAll(STAKE);
        uint256 until = _lock(5 days);
        _assertLocked(cleo, STAKE, until);
        vm.warp(until);
        vm.prank(cleo);
        assertTrue(network.transfer(dora, STAKE), "free after the new lockup");
    }
}
