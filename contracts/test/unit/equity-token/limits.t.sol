// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {LedgerHarness, LedgerRegistry} from "../../mocks/LedgerHarness.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract LimitsTest is WeftTest {
    uint256 private constant MAX_SUPPLY = 2 ** 96 - 1;
    uint256 private constant MIN_SUPPLY = 1e15;
    uint256 private constant MAX_INCOME = 2 ** 110 - 1;
    uint256 private constant MAX_INCOME_PER_SHARE = 2 ** 189 - 1;
    uint256 private constant LONGEST = 1461 days;

    /// @dev As few shares as can be, all Ada's.
    PersonalToken private few;
    /// @dev Shares are minted and burned from here; none at first.
    LedgerHarness private ledger;

    function setUp() public override {
        super.setUp();
        few = _launch(ada, "FEW", MIN_SUPPLY, true);
        ledger = new LedgerHarness(address(new LedgerRegistry()));
        vm.deal(address(this), type(uint128).max);
        vm.deal(ada, type(uint128).max);
    }

    // ----------------------------------------------------------------------------------------------------- supply

    function test_RevertWhen_SupplyWouldBeAboveTheLimit() external {
        ledger.mint(ada, MAX_SUPPLY);
        assertEq(ledger.totalSupply(), MAX_SUPPLY, "up to the limit");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyAboveLimit.selector, MAX_SUPPLY + 1, MAX_SUPPLY));
        ledger.mint(ben, 1);
    }

    function test_RevertWhen_SupplyWouldBeBelowTheMinimum() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, MIN_SUPPLY - 1, MIN_SUPPLY));
        ledger.mint(ada, MIN_SUPPLY - 1);
        ledger.mint(ada, MIN_SUPPLY);
        assertEq(ledger.totalSupply(), MIN_SUPPLY, "down to the minimum");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, MIN_SUPPLY - 1, MIN_SUPPLY));
        ledger.burn(ada, 1);
    }

    function test_Supply_MayBeNone() external {
        ledger.mint(ada, MIN_SUPPLY);
        ledger.burn(ada, MIN_SUPPLY);
        assertEq(ledger.totalSupply(), 0, "none");
        assertEq(ledger.eligibleSupply(), 0, "none");
        ledger.mint(ben, MIN_SUPPLY);
        assertEq(ledger.balanceOf(ben), MIN_SUPPLY, "and some again");
    }

    // ----------------------------------------------------------------------------------------------------- income

    function test_RevertWhen_IncomeWouldBeAboveTheLimit() external {
        few.distribute{value: MAX_INCOME - 1}(MAX_INCOME - 1, "");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, MAX_INCOME + 1, MAX_INCOME));
        few.distribute{value: 2}(2, "");
        few.distribute{value: 1}(1, "");
        assertEq(few.accounted(), MAX_INCOME, "up to the limit");
    }

    function test_RevertWhen_WhatStreamsWouldBeAboveTheLimit() external {
        few.distribute{value: 1}(1, "");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, MAX_INCOME + 1, MAX_INCOME));
        few.realize{value: MAX_INCOME}(MAX_INCOME, 1, "");
    }

    /// @dev The limit is for what is held, not for what ever came in.
    function test_Income_AfterClaimsThereIsRoom() external {
        PersonalToken many = _launch(ben, "MANY", MILLION, true);
        for (uint256 i = 0; i < 3; ++i) {
            many.distribute{value: MAX_INCOME - 3}(MAX_INCOME - 3, "");
            many.claim(ben);
        }
        assertLe(many.accounted(), 3, "all of it was paid");
        assertGe(many.incomePerShare(), 3 * ((MAX_INCOME - 3) << 128) / MILLION - 3, "three times the limit came in");
    }

    // -------------------------------------------------------------------------------------------- income per share

    function test_RevertWhen_IncomePerShareWouldBeAboveTheLimit() external {
        few.distribute{value: MAX_INCOME}(MAX_INCOME, "");
        few.claim(ada);
        uint256 amount = MAX_INCOME - few.accounted();
        uint256 perShare = few.incomePerShare() + (amount << 128) / MIN_SUPPLY;
        assertGt(perShare, MAX_INCOME_PER_SHARE, "twice is too much");
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.IncomePerShareAboveLimit.selector, perShare, MAX_INCOME_PER_SHARE)
        );
        few.distribute{value: amount}(amount, "");
    }

    function test_IncomePerShare_UpToTheLimit() external {
        few.distribute{value: MAX_INCOME}(MAX_INCOME, "");
        few.claim(ada);
        uint256 room = (MAX_INCOME_PER_SHARE - few.incomePerShare()) * MIN_SUPPLY >> 128;
        uint256 perShare = few.incomePerShare() + ((room + 2) << 128) / MIN_SUPPLY;
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.IncomePerShareAboveLimit.selector, perShare, MAX_INCOME_PER_SHARE)
        );
        few.distribute{value: room + 2}(room + 2, "");

        few.distribute{value: room}(room, "");
        assertLe(few.incomePerShare(), MAX_INCOME_PER_SHARE, "within the limit");
        assertGe(few.claim(ada) + 1, room, "and it can be claimed");
    }

    /// @dev All that streams could be divided among as few as can be one day: it counts as if it was.
    function test_RevertWhen_IncomePerShareCouldPassTheLimitByAStream() external {
        PersonalToken token = _paidTwice();
        uint256 amount = MAX_INCOME / 2;
        uint256 most = token.incomePerShare() + (amount << 128) / MIN_SUPPLY;
        vm.deal(ben, amount);
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.IncomePerShareAboveLimit.selector, most, MAX_INCOME_PER_SHARE)
        );
        token.realize{value: amount}(amount, LONGEST, "");

        token.distribute{value: amount}(amount, "");
        assertLt(token.incomePerShare(), MAX_INCOME_PER_SHARE, "divided among those who hold now it fits");
    }

    /// @dev What streams already keeps its room.
    function test_RevertWhen_IncomeWouldTakeTheRoomOfAStream() external {
        PersonalToken token = _paidTwice();
        uint256 streaming = MAX_INCOME * 4 / 10;
        vm.deal(ben, streaming);
        vm.prank(ben);
        token.realize{value: streaming}(streaming, LONGEST, "");

        uint256 amount = MAX_INCOME * 6 / 10;
        uint256 most = token.incomePerShare() + (amount << 128) / token.totalSupply();
        assertLt(most, MAX_INCOME_PER_SHARE, "without the stream it would fit");
        most += (streaming << 128) / MIN_SUPPLY;
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.IncomePerShareAboveLimit.selector, most, MAX_INCOME_PER_SHARE)
        );
        token.distribute{value: amount}(amount, "");

        skip(LONGEST);
        uint256 due = token.claimable(ben);
        assertApproxEqAbs(due, streaming, 2, "all of it accrued");
        assertEq(token.claim(ben), due, "and is paid");
    }

    /// @dev A token of Ben's with half more than the fewest shares, that took in and paid out all there can be, twice.
    function _paidTwice() private returns (PersonalToken token) {
        token = _launch(ben, "SOME", MIN_SUPPLY * 3 / 2, true);
        for (uint256 i = 0; i < 2; ++i) {
            uint256 room = MAX_INCOME - token.accounted();
            token.distribute{value: room}(room, "");
            token.claim(ben);
        }
    }

    // -------------------------------------------------------------------------------------------- within the limits

    /// @dev However much came in for however few shares, nothing that holders do fails for arithmetic.
    function testFuzz_WithinTheLimits_SharesMoveAndClaimsPay(
        uint256 supply,
        uint256 first,
        uint256 second,
        uint256 moved,
        uint256 passed
    ) external {
        supply = bound(supply, MIN_SUPPLY, MAX_SUPPLY);
        moved = bound(moved, 1, supply);
        first = bound(first, 1, MAX_INCOME - 1);
        second = bound(second, 1, MAX_INCOME - first);
        passed = bound(passed, 0, LONGEST + 1);
        PersonalToken token = _launch(ben, "ANY", supply, true);
        vm.deal(ben, MAX_INCOME);
        token.distribute{value: first}(first, "");
        vm.prank(ben);
        token.realize{value: second}(second, LONGEST, "");
        skip(passed);
        vm.prank(ben);
        token.transfer(cleo, moved);
        skip(LONGEST);
        uint256 paid = _claimIfAny(token, ben) + _claimIfAny(token, cleo);
        assertLe(paid, first + second, "never more than was paid in");
        assertGe(paid + 6, first + second, "and all but dust");
    }

    function test_NoEligibleHolders_StopsIncomeAndNothingElse() external {
        INetworkToken network = _formWith(few, ada, MIN_SUPPLY);
        assertEq(network.eligibleSupply(), 0, "nobody takes part");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, MIN_SUPPLY));
        network.distribute{value: 1}(1, "");
        assertEq(network.accounted(), 0, "nothing was taken in");
    }

    function _claimIfAny(PersonalToken token, address account) private returns (uint256) {
        return token.claimable(account) == 0 ? 0 : token.claim(account);
    }
}
