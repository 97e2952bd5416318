// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {Terms} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract DilutionTest is GovernedTest {
    /// @dev The founders' shares.
    uint256 private constant SUPPLY = 200_000e18;
    uint256 private constant WINDOW = 30 days;
    /// @dev Terms can be used so long.
    uint256 private constant OPEN_PERIOD = 10 days;
    uint256 private constant ANY_SUPPLY = type(uint256).max;
    uint256 private constant ROUNDS = 24;

    struct Mint {
        uint256 time;
        uint256 shares;
        uint256 supplyBefore;
    }

    PersonalToken private cleoToken;
    Mint[] private mints;
    uint256[] private created;

    function setUp() public override {
        super.setUp();
        cleoToken = _launch(cleo, "CLEO", 1_000 * MILLION, true);
        vm.prank(cleo);
        cleoToken.approve(address(network), ANY_SUPPLY);
    }

    function _terms(uint256 cap) private view returns (Terms memory terms) {
        terms = _entryTerms(address(cleoToken), cleo, cap);
        terms.expiry = uint64(block.timestamp + OPENING_DELAY + OPEN_PERIOD);
    }

    function _stakeIn(uint256 termsId, uint256 amount) private {
        vm.prank(cleo);
        network.stake(termsId, amount, cleo, ANY_SUPPLY);
    }

    /// @dev One wei more than `most` is too much, and `most` is not.
    /// @param counted What other terms mint, or may.
    function _assertMost(uint256 most, uint256 counted) private returns (uint256 termsId) {
        bytes4 selector = INetworkAdmission.TooMuchDilution.selector;
        Terms memory terms = _terms(most + 1);
        vm.prank(address(governor));
        vm.expectRevert(abi.encodeWithSelector(selector, counted + most + 1, counted + most));
        network.createTerms(terms);
        if (most == 0) return 0;
        terms.cap = most;
        return _createTerms(terms);
    }

    function test_NothingElseWasVoted() external {
        _assertMost(SUPPLY, 0);
    }

    function testFuzz_RevertWhen_MoreThanThereIs(uint256 cap) external {
        cap = bound(cap, SUPPLY + 1, type(uint96).max);
        Terms memory terms = _terms(cap);
        vm.prank(address(governor));
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, cap, SUPPLY));
        network.createTerms(terms);
    }

    function testFuzz_OthersCanStillBeUsed(uint256 cap) external {
        cap = bound(cap, 1, SUPPLY - 1);
        _openTerms(_terms(cap));
        skip(OPEN_PERIOD);
        _assertMost(SUPPLY - cap, cap);
    }

    function testFuzz_OthersWereUsedInPart(uint256 cap, uint256 used) external {
        cap = bound(cap, 1, SUPPLY - 1);
        used = bound(used, 1, cap);
        _stakeIn(_openTerms(_terms(cap)), used);
        assertEq(network.totalSupply(), SUPPLY + used, "there are more shares now");
        _assertMost(SUPPLY - cap, cap);
    }

    function test_OthersAreNotOpenYet() external {
        _createTerms(_terms(120_000e18));
        _assertMost(80_000e18, 120_000e18);
        _assertMost(0, SUPPLY);
    }

    function testFuzz_OthersExpired(uint256 cap, uint256 used, uint256 wait) external {
        cap = bound(cap, 1, SUPPLY);
        used = bound(used, 1, cap - cap / 2);
        uint256 termsId = _openTerms(_terms(cap));
        _stakeIn(termsId, used);
        skip(OPEN_PERIOD);
        // These open at most 30 days after those expire.
        skip(bound(wait, 1, WINDOW - OPENING_DELAY));
        _assertMost(SUPPLY - used, used);
    }

    /// @dev Those could be used as long as can be.
    function test_OthersExpiredExactly30DaysBefore() external {
        Terms memory terms = _terms(SUPPLY);
        terms.expiry = uint64(block.timestamp + OPENING_DELAY + 30 days);
        _stakeIn(_openTerms(terms), 60_000e18);
        vm.warp(terms.expiry + WINDOW - OPENING_DELAY);
        _assertMost(140_000e18, 60_000e18);
        skip(1);
        // Now only those just created count.
        bytes4 selector = INetworkAdmission.TooMuchDilution.selector;
        terms = _terms(120_000e18 + 1);
        vm.prank(address(governor));
        vm.expectRevert(abi.encodeWithSelector(selector, 260_000e18 + 1, 260_000e18));
        network.createTerms(terms);
    }

    function testFuzz_OthersExpiredLongAgo(uint256 cap, uint256 used, uint256 wait) external {
        cap = bound(cap, 1, SUPPLY);
        used = bound(used, 1, cap);
        _stakeIn(_openTerms(_terms(cap)), used);
        skip(OPEN_PERIOD + WINDOW - OPENING_DELAY);
        skip(bound(wait, 1, 1000 days));
        _assertMost(SUPPLY + used, 0);
    }

    function testFuzz_OthersWereCancelled(uint256 cap, uint256 used) external {
        cap = bound(cap, 2, SUPPLY);
        used = bound(used, 1, cap - 1);
        uint256 termsId = _openTerms(_terms(cap));
        _stakeIn(termsId, used);
        vm.prank(cleo);
        network.cancelTerms(termsId);
        _assertMost(SUPPLY - used, used);
    }

    function test_OthersWereCancelledUnused() external {
        uint256 termsId = _createTerms(_terms(SUPPLY));
        vm.prank(cleo);
        network.cancelTerms(termsId);
        _assertMost(SUPPLY, 0);
    }

    function test_OthersAreExitTerms() external {
        Terms memory terms = _exitTerms(address(adaToken), ada, SUPPLY);
        terms.rate = ONE_TO_ONE;
        _createExitTerms(terms);
        _assertMost(SUPPLY, 0);
    }

    /// @dev Ada leaves with so many shares that `left` of the network's are left.
    function _leaveDownTo(uint256 left) private {
        uint256 amount = 2 * (SUPPLY - left);
        uint256 exitId = _openExitTerms(_exitTerms(address(adaToken), ada, amount));
        vm.prank(ada);
        network.unstake(exitId, amount);
        assertEq(network.totalSupply(), left, "left");
    }

    /// @dev The view and the call revert alike.
    function _expectTooMuch(uint256 termsId, uint256 amount, uint256 shares, uint256 limit) private {
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, shares, limit);
        vm.prank(cleo);
        vm.expectRevert(reason);
        network.stake(termsId, amount, cleo, ANY_SUPPLY);
        vm.expectRevert(reason);
        network.previewStake(termsId, cleo, amount);
    }

    /// @dev What the terms promise was measured by a larger supply.
    function testFuzz_SomebodyLeftSince(uint256 left, uint256 first) external {
        left = bound(left, SUPPLY / 2, SUPPLY - 1);
        first = bound(first, 1, left - 1);
        uint256 termsId = _createTerms(_terms(SUPPLY));
        _leaveDownTo(left);
        _stakeIn(termsId, first);
        uint256 rest = left - first;
        _expectTooMuch(termsId, rest + 1, left + 1, left);
        _stakeIn(termsId, rest);
        assertEq(network.totalSupply(), 2 * left, "at most doubled");
    }

    function test_SomebodyLeftInTheSecondOfTheirCreation() external {
        uint256 exitId = _openExitTerms(_exitTerms(address(adaToken), ada, SUPPLY));
        uint256 termsId = _createTerms(_terms(SUPPLY));
        vm.prank(ada);
        network.unstake(exitId, SUPPLY);
        skip(OPENING_DELAY);
        _expectTooMuch(termsId, SUPPLY / 2 + 1, SUPPLY / 2 + 1, SUPPLY / 2);
        _stakeIn(termsId, SUPPLY / 2);
    }

    function testFuzz_SomebodyLeftBefore(uint256 left) external {
        left = bound(left, SUPPLY / 2, SUPPLY - 1);
        _leaveDownTo(left);
        skip(1);
        uint256 termsId = _assertMost(left, 0);
        skip(OPENING_DELAY);
        _stakeIn(termsId, left);
        assertEq(network.totalSupply(), 2 * left, "at most doubled");
    }

    function test_Leave_WhenAllThatMayBeMintedIs() external {
        _stakeIn(_openTerms(_terms(SUPPLY)), SUPPLY);
        uint256 exitId = _openExitTerms(_exitTerms(address(adaToken), ada, SUPPLY));
        vm.prank(ada);
        network.unstake(exitId, SUPPLY);
        assertEq(network.totalSupply(), SUPPLY + SUPPLY / 2, "nobody is held");
    }

    function test_TheSupplyShrankBelowWhatOthersMinted() external {
        _stakeIn(_openTerms(_terms(SUPPLY)), SUPPLY);
        uint256 adaExit = _createExitTerms(_exitTerms(address(adaToken), ada, SUPPLY));
        uint256 benExit = _createExitTerms(_exitTerms(address(benToken), ben, SUPPLY));
        uint256 cleoExit = _openExitTerms(_exitTerms(address(cleoToken), cleo, SUPPLY));
        vm.prank(ada);
        network.unstake(adaExit, SUPPLY);
        vm.prank(ben);
        network.unstake(benExit, SUPPLY);
        vm.prank(cleo);
        network.unstake(cleoExit, 1e18);
        Terms memory terms = _terms(1);
        vm.prank(address(governor));
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, SUPPLY + 1, 0));
        network.createTerms(terms);
    }

    function test_TermsOfDifferentRates() external {
        Terms memory terms = _terms(1e18);
        terms.rate = 150_000e18;
        _createTerms(terms);
        terms = _terms(500 * MILLION);
        terms.rate = 1e14;
        bytes4 selector = INetworkAdmission.TooMuchDilution.selector;
        terms.cap += 1e4;
        vm.prank(address(governor));
        vm.expectRevert(abi.encodeWithSelector(selector, SUPPLY + 1, SUPPLY));
        network.createTerms(terms);
        terms.cap -= 1;
        _createTerms(terms);
    }

    function test_RevertWhen_OthersCameBeforeTheExecution() external {
        Terms memory terms = _entryTerms(address(cleoToken), cleo, SUPPLY);
        bytes memory call = abi.encodeCall(INetworkAdmission.createTerms, (terms));
        uint256 proposalId = _propose(ada, address(network), call);
        _createTerms(_terms(1));
        skip(DELAY + 1);
        _vote(ada, proposalId, FOR);
        skip(PERIOD);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, SUPPLY + 1, SUPPLY));
        _execute(address(network), call);
    }

    // ------------------------------------------------------------------------------------------------- any sequence

    /// @dev As much as can be is created and used, at random times: the cap is found by what the refusal tells.
    function testFuzz_InNo30DaysMoreThanThereWas(uint256 seed) external {
        created.push(_openTerms(_terms(1 + _random(seed, 0, SUPPLY))));
        _use(created[0], ANY_SUPPLY);
        for (uint256 i = 0; i < ROUNDS; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            skip(_random(seed, 1, 12 days));
            if (_random(seed, 2, 3) != 0) _createMost(seed);
            else if (_random(seed, 11, 3) == 0) _leave(_random(seed, 12, 2) == 0 ? ada : ben, seed);
            else if (created.length != 0 && _random(seed, 3, 4) == 0) _cancelOne(seed);
            for (uint256 j = 0; j < created.length; ++j) {
                _use(created[j], uint256(keccak256(abi.encode(seed, j))));
            }
        }
        _assertNoWindowAboveItsStart();
        assertGt(mints.length, 0, "something was minted");
    }

    function _createMost(uint256 seed) private {
        Terms memory terms = _terms(type(uint96).max);
        terms.expiry = uint64(block.timestamp + OPENING_DELAY + 1 + _random(seed, 4, WINDOW));
        vm.prank(address(governor));
        try network.createTerms(terms) {
            revert("so much can never be");
        } catch (bytes memory reason) {
            (uint256 shares, uint256 limit) = _dilution(reason);
            uint256 others = shares - type(uint96).max;
            if (limit <= others) return;
            terms.cap = limit - others;
        }
        if (_random(seed, 5, 2) == 0) terms.cap = 1 + _random(seed, 6, terms.cap);
        created.push(_createTerms(terms));
    }

    function _cancelOne(uint256 seed) private {
        uint256 termsId = created[_random(seed, 7, created.length)];
        (Terms memory terms, uint256 used) = network.termsOf(termsId);
        if (terms.cap == used || block.timestamp > terms.expiry) return;
        vm.prank(cleo);
        network.cancelTerms(termsId);
    }

    /// @dev A founder leaves with a part.
    function _leave(address account, uint256 seed) private {
        address member = registry.personalTokenOf(account);
        uint256 amount = 1 + _random(seed, 13, 50_000e18);
        if (network.positionOf(member, account).returned + amount > SUPPLY) return;
        uint256 exitId = _openExitTerms(_exitTerms(member, account, amount));
        vm.prank(account);
        network.unstake(exitId, amount);
    }

    function _use(uint256 termsId, uint256 seed) private {
        (Terms memory terms, uint256 used) = network.termsOf(termsId);
        bool usable = block.timestamp >= terms.opensAt && block.timestamp <= terms.expiry && used < terms.cap;
        if (!usable || (created.length > 1 && _random(seed, 8, 2) == 0)) return;
        uint256 amount = terms.cap - used;
        if (_random(seed, 9, 2) == 0) amount = 1 + _random(seed, 10, amount);
        if (cleoToken.balanceOf(address(network)) + amount > 800 * MILLION) return;
        uint256 supplyBefore = network.totalSupply();
        vm.prank(cleo);
        try network.stake(termsId, amount, cleo, ANY_SUPPLY) returns (uint256 shares) {
            mints.push(Mint({time: block.timestamp, shares: shares, supplyBefore: supplyBefore}));
        } catch (bytes memory reason) {
            _dilution(reason);
        }
    }

    function _assertNoWindowAboveItsStart() private view {
        for (uint256 i = 0; i < mints.length; ++i) {
            uint256 minted = 0;
            for (uint256 j = i; j < mints.length && mints[j].time <= mints[i].time + WINDOW; ++j) {
                minted += mints[j].shares;
            }
            assertLe(minted, mints[i].supplyBefore, "at most as much as there was");
        }
    }

    function _dilution(bytes memory reason) private pure returns (uint256 shares, uint256 limit) {
        require(bytes4(reason) == INetworkAdmission.TooMuchDilution.selector, "another reason");
        assembly ("memory-safe") {
            shares := mload(add(reason, 0x24))
            limit := mload(add(reason, 0x44))
        }
    }

    function _random(uint256 seed, uint256 use, uint256 limit) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, use))) % limit;
    }
}
