// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {DividendMath} from "../../../src/libraries/DividendMath.sol";

contract DividendMathTest is Test {
    uint256 private constant MAX_PER_SHARE = 2 ** 189 - 1;
    /// @dev Beyond any debt that the limits allow, within the bits that a holder's word has for it.
    int256 private constant DEBT_LIMIT = int256(1) << 157;

    function requireWithinLimit(uint256 perShare, uint256 streamLeft) external pure {
        DividendMath.requireWithinLimit(perShare, streamLeft);
    }

    function test_Limits() external pure {
        assertEq(DividendMath.MAX_SUPPLY, 2 ** 96 - 1, "most shares");
        assertEq(DividendMath.MIN_SUPPLY, 1e15, "fewest shares");
        assertEq(DividendMath.MAX_INCOME, 2 ** 110 - 1, "most income");
        assertEq(DividendMath.MAX_INCOME_PER_SHARE, MAX_PER_SHARE, "most income per share");
        uint256 most = DividendMath.incomePerShareDown(DividendMath.MAX_INCOME, DividendMath.MIN_SUPPLY);
        assertLt(most, MAX_PER_SHARE, "all income fits once, divided among the fewest");
    }

    function testFuzz_IncomePerShareDown_NeverGivesMoreThanCameIn(uint256 income, uint256 supply) external pure {
        income = bound(income, 1, DividendMath.MAX_INCOME);
        supply = bound(supply, DividendMath.MIN_SUPPLY, DividendMath.MAX_SUPPLY);
        uint256 perShare = DividendMath.incomePerShareDown(income, supply);
        assertGt(perShare, 0, "any income counts");
        assertLe(perShare, MAX_PER_SHARE, "in range");
        uint256 given = DividendMath.entitledDown(supply, perShare);
        assertLe(given, income, "not more than came in");
        assertLe(income - given, 1, "at most a wei stays");
    }

    function testFuzz_Entitled_RoundsBothWays(uint256 balance, uint256 perShare) external pure {
        balance = bound(balance, 0, DividendMath.MAX_SUPPLY);
        perShare = bound(perShare, 0, MAX_PER_SHARE);
        uint256 down = DividendMath.entitledDown(balance, perShare);
        uint256 up = DividendMath.entitledUp(balance, perShare);
        // balance × perShare has up to 285 bits: compare by halves that fit.
        uint256 high = (balance * (perShare >> 96)) >> 32;
        assertGe(down, high, "not below the coarse product");
        bool exact = mulmod(balance, perShare, 1 << 128) == 0;
        assertEq(up, exact ? down : down + 1, "up is the next above, unless exact");
        assertLt(up, uint256(DEBT_LIMIT), "in range");
    }

    function testFuzz_Entitled_IsAdditiveWithinAWei(uint256 a, uint256 b, uint256 perShare) external pure {
        a = bound(a, 0, DividendMath.MAX_SUPPLY / 2);
        b = bound(b, 0, DividendMath.MAX_SUPPLY / 2);
        perShare = bound(perShare, 0, MAX_PER_SHARE);
        uint256 parts = DividendMath.entitledDown(a, perShare) + DividendMath.entitledDown(b, perShare);
        uint256 whole = DividendMath.entitledDown(a + b, perShare);
        assertGe(whole, parts, "parts are not worth more than the whole");
        assertLe(whole - parts, 1, "nor less by more than a wei");
    }

    function testFuzz_ClaimableDown_IsWhatIsDueOrNothing(uint256 balance, uint256 perShare, int256 debt) external pure {
        balance = bound(balance, 0, DividendMath.MAX_SUPPLY);
        perShare = bound(perShare, 0, MAX_PER_SHARE);
        debt = bound(debt, 1 - DEBT_LIMIT, DEBT_LIMIT - 1);
        int256 due = int256(DividendMath.entitledDown(balance, perShare)) - debt;
        assertEq(
            DividendMath.claimableDown(balance, perShare, debt), due > 0 ? uint256(due) : 0, "max(0, entitled - debt)"
        );
    }

    function testFuzz_RevertWhen_IncomePerShareCouldPassItsLimit(uint256 perShare, uint256 streamLeft) external {
        streamLeft = bound(streamLeft, 0, DividendMath.MAX_INCOME);
        uint256 room = MAX_PER_SHARE - _mostOf(streamLeft);
        perShare = bound(perShare, room + 1, MAX_PER_SHARE + DividendMath.MAX_INCOME);
        uint256 most = perShare + _mostOf(streamLeft);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomePerShareAboveLimit.selector, most, MAX_PER_SHARE));
        this.requireWithinLimit(perShare, streamLeft);
    }

    function testFuzz_RequireWithinLimit_LeavesRoomForAllThatStreams(
        uint256 perShare,
        uint256 streamLeft,
        uint256 supply
    ) external view {
        streamLeft = bound(streamLeft, 0, DividendMath.MAX_INCOME);
        perShare = bound(perShare, 0, MAX_PER_SHARE - _mostOf(streamLeft));
        supply = bound(supply, DividendMath.MIN_SUPPLY, DividendMath.MAX_SUPPLY);
        this.requireWithinLimit(perShare, streamLeft);
        uint256 atLast = perShare + DividendMath.incomePerShareDown(streamLeft, supply);
        assertLe(atLast, MAX_PER_SHARE, "whoever it is divided among");
    }

    function test_RequireWithinLimit_TakesTheLimitItself() external {
        uint256 most = _mostOf(DividendMath.MAX_INCOME);
        this.requireWithinLimit(MAX_PER_SHARE, 0);
        this.requireWithinLimit(MAX_PER_SHARE - most, DividendMath.MAX_INCOME);
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.IncomePerShareAboveLimit.selector, MAX_PER_SHARE + 1, MAX_PER_SHARE)
        );
        this.requireWithinLimit(MAX_PER_SHARE - most + 1, DividendMath.MAX_INCOME);
    }

    function testFuzz_DebtAfterChangeUp_LowersClaimableByAtMostAWei(
        uint256 balanceBefore,
        uint256 balanceAfter,
        uint256 perShare,
        uint256 due
    ) external pure {
        balanceBefore = bound(balanceBefore, 0, DividendMath.MAX_SUPPLY);
        balanceAfter = bound(balanceAfter, 0, DividendMath.MAX_SUPPLY);
        perShare = bound(perShare, 0, MAX_PER_SHARE);
        uint256 entitled = DividendMath.entitledDown(balanceBefore, perShare);
        due = bound(due, 0, DividendMath.MAX_INCOME);
        int256 debt = int256(entitled) - int256(due);

        int256 debtAfter = DividendMath.debtAfterChangeUp(debt, balanceBefore, balanceAfter, perShare);
        uint256 dueAfter = DividendMath.claimableDown(balanceAfter, perShare, debtAfter);
        assertLe(dueAfter, due, "never raised");
        assertLe(due - dueAfter, 1, "lowered by a wei at most");
        assertLt(debtAfter, DEBT_LIMIT, "in range");
        assertGt(debtAfter, -DEBT_LIMIT, "in range");
    }

    function testFuzz_DebtAfterChangeUp_ThereAndBackAgain(uint256 balance, uint256 other, uint256 perShare)
        external
        pure
    {
        balance = bound(balance, 0, DividendMath.MAX_SUPPLY);
        other = bound(other, 0, DividendMath.MAX_SUPPLY);
        perShare = bound(perShare, 0, MAX_PER_SHARE);
        int256 there = DividendMath.debtAfterChangeUp(0, balance, other, perShare);
        int256 back = DividendMath.debtAfterChangeUp(there, other, balance, perShare);
        assertGe(back, 0, "no gain in going round");
        assertLe(back, 2, "a wei a way at most");
    }

    /// @dev What a stream adds to income per share if as few shares as can be take part.
    function _mostOf(uint256 streamLeft) private pure returns (uint256) {
        return (streamLeft << 128) / 1e15;
    }
}
