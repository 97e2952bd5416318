// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice Solves equations in whole numbers exactly: fraction-free Gauss-Jordan elimination (Bareiss 1968). Every
/// intermediate number is a determinant of some of the equations' coefficients, so that each division is without rest and
/// numbers stay small.
library ExactSolver {
    /// @notice The equations have no single solution.
    error Singular();

    /// @param rows Coefficients and, last in each row, what they add up to. Changed by this.
    /// @return numerators Of the unknowns, in order.
    /// @return denominator Of all of them; above zero.
    function solve(int256[][] memory rows) internal pure returns (int256[] memory numerators, int256 denominator) {
        uint256 count = rows.length;
        int256 previous = 1;
        for (uint256 k = 0; k < count; ++k) {
            _choosePivot(rows, k);
            for (uint256 i = 0; i < count; ++i) {
                if (i != k) _eliminate(rows[i], rows[k], k, previous);
            }
            previous = rows[k][k];
        }
        numerators = new int256[](count);
        int256 sign = previous < 0 ? int256(-1) : int256(1);
        for (uint256 i = 0; i < count; ++i) {
            numerators[i] = sign * rows[i][count];
        }
        return (numerators, sign * previous);
    }

    function _eliminate(int256[] memory row, int256[] memory pivot, uint256 k, int256 previous) private pure {
        int256 factor = row[k];
        for (uint256 j = 0; j < row.length; ++j) {
            row[j] = (pivot[k] * row[j] - factor * pivot[j]) / previous;
        }
    }

    function _choosePivot(int256[][] memory rows, uint256 k) private pure {
        for (uint256 i = k; i < rows.length; ++i) {
            if (rows[i][k] == 0) continue;
            (rows[k], rows[i]) = (rows[i], rows[k]);
            return;
        }
        revert Singular();
    }
}
