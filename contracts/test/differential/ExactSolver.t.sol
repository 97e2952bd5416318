// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {ExactSolver} from "./ExactSolver.sol";

contract ExactSolverTest is Test {
    uint256 private constant MOST_UNKNOWNS = 8;
    uint256 private constant MOST_COEFFICIENT = 200;
    uint256 private constant MOST_SUM = 2 ** 70;

    /// @dev t = 18 + c / 5 and c = t / 3, in fifths and thirds: t = 19 2/7, c = 6 3/7.
    function test_WorkedExample() external pure {
        (int256[] memory numerators, int256 denominator) = ExactSolver.solve(_pair([int256(5), -1, 90, -1, 3, 0]));
        assertEq(numerators[0] * 7, 135 * denominator, "t");
        assertEq(numerators[1] * 7, 45 * denominator, "c");
    }

    function test_FirstCoefficientIsZero() external pure {
        (int256[] memory numerators, int256 denominator) = ExactSolver.solve(_pair([int256(0), 2, 6, 5, 0, 10]));
        assertEq(numerators[0], 2 * denominator, "first");
        assertEq(numerators[1], 3 * denominator, "second");
    }

    function test_DenominatorIsAboveZero() external pure {
        (int256[] memory numerators, int256 denominator) = ExactSolver.solve(_pair([int256(1), 2, 1, 3, 4, 1]));
        assertEq(denominator, 2, "twice one half");
        assertEq(numerators[0], -2, "first");
        assertEq(numerators[1], 2, "second");
    }

    /// @dev Put into the equations again, with a sum of each column that is above zero, as where income leaks to people.
    function testFuzz_AnyEquations(uint256 seed, uint256 count) external pure {
        count = bound(count, 1, MOST_UNKNOWNS);
        int256[][] memory rows = _draw(seed, count);
        int256[][] memory kept = _draw(seed, count);
        (int256[] memory numerators, int256 denominator) = ExactSolver.solve(rows);
        assertGt(denominator, 0, "a denominator above zero");
        for (uint256 i = 0; i < count; ++i) {
            int256 sum;
            for (uint256 j = 0; j < count; ++j) {
                sum += kept[i][j] * numerators[j];
            }
            assertEq(sum, kept[i][count] * denominator, "the equation holds");
        }
    }

    /// forge-config: default.allow_internal_expect_revert = true
    function test_RevertWhen_NoSingleSolution() external {
        vm.expectRevert(ExactSolver.Singular.selector);
        ExactSolver.solve(_pair([int256(1), -1, 5, -1, 1, 0]));
    }

    function _pair(int256[6] memory numbers) private pure returns (int256[][] memory rows) {
        rows = new int256[][](2);
        for (uint256 i = 0; i < 6; ++i) {
            if (i % 3 == 0) rows[i / 3] = new int256[](3);
            rows[i / 3][i % 3] = numbers[i];
        }
    }

    function _draw(uint256 seed, uint256 count) private pure returns (int256[][] memory rows) {
        rows = new int256[][](count);
        for (uint256 i = 0; i < count; ++i) {
            rows[i] = new int256[](count + 1);
            rows[i][count] = int256(uint256(keccak256(abi.encode(seed, i))) % MOST_SUM);
        }
        for (uint256 j = 0; j < count; ++j) {
            rows[j][j] = 1;
            for (uint256 i = 0; i < count; ++i) {
                if (i == j) continue;
                int256 coefficient = int256(uint256(keccak256(abi.encode(seed, i, j))) % MOST_COEFFICIENT);
                rows[i][j] = -coefficient;
                rows[j][j] += coefficient;
            }
        }
    }
}
