// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "../interfaces/IEquityToken.sol";

/// @title The arithmetic of the dividend ledger
/// @notice A token keeps one accumulator, income per share × 2¹²⁸ (Q128), and one debt a holder:
/// `claimable = max(0, ⌊balance × incomePerShare / 2¹²⁸⌋ − debt)`.
/// @dev Every rounding is in the token's favour: a holder may lose up to 1 wei a change of balance, nobody ever gains.
/// Within the limits below nothing overflows: what a balance is entitled to < 2⁹⁶ × 2¹⁸⁹ / 2¹²⁸ = 2¹⁵⁷, which is the
/// range of a holder's debt, with room for the rounding of 2⁶⁰ transfers.
library DividendMath {
    /// @notice Most shares that a token can have, in wei.
    uint256 internal constant MAX_SUPPLY = type(uint96).max;

    /// @notice Fewest shares that a token can have unless it has none, and that income is divided by, in wei.
    /// @dev Below it the accumulator could outgrow its range; and a holder of a few wei could take a token's income.
    uint256 internal constant MIN_SUPPLY = 1e15;

    /// @notice Most currency that a token can hold for its holders, claimable or streaming, in wei.
    uint256 internal constant MAX_INCOME = 2 ** 110 - 1;

    /// @notice Most that income per share can become. All of MAX_INCOME divided among MIN_SUPPLY is less.
    uint256 internal constant MAX_INCOME_PER_SHARE = 2 ** 189 - 1;

    uint8 private constant Q = 128;
    /// @dev Below the binary point. A balance times this, or times what is above the point, fits 256 bits.
    uint256 private constant FRACTION = 2 ** 128 - 1;

    /// @notice What `income` adds to income per share. Rounded down: the rest stays in the token as dust.
    /// @param income Currency that came in, in wei, at most MAX_INCOME.
    /// @param eligibleSupply Shares that take part, in wei, at least MIN_SUPPLY.
    function incomePerShareDown(uint256 income, uint256 eligibleSupply) internal pure returns (uint256) {
        return (income << Q) / eligibleSupply;
    }

    /// @notice Requires that income per share stays within its limit, also when all that still streams was divided among
    /// as few shares as can be: accrual must never fail.
    function requireWithinLimit(uint256 incomePerShare, uint256 streamLeft) internal pure {
        uint256 most = incomePerShare;
        unchecked {
            if (streamLeft != 0) most += (streamLeft << Q) / MIN_SUPPLY;
        }
        if (most > MAX_INCOME_PER_SHARE) {
            revert IEquityToken.IncomePerShareAboveLimit(most, MAX_INCOME_PER_SHARE);
        }
    }

    /// @notice Share of all income that belongs to `balance`, rounded down: what a holder can ask for.
    function entitledDown(uint256 balance, uint256 incomePerShare) internal pure returns (uint256) {
        unchecked {
            return balance * (incomePerShare >> Q) + ((balance * (incomePerShare & FRACTION)) >> Q);
        }
    }

    /// @notice Share of all income that belongs to `balance`, rounded up: what a receiver of shares starts behind.
    function entitledUp(uint256 balance, uint256 incomePerShare) internal pure returns (uint256) {
        unchecked {
            return balance * (incomePerShare >> Q) + ((balance * (incomePerShare & FRACTION) + FRACTION) >> Q);
        }
    }

    /// @notice What a holder can claim, in wei of the currency. Rounded down: the token gains.
    function claimableDown(uint256 balance, uint256 incomePerShare, int256 debt) internal pure returns (uint256) {
        unchecked {
            // Both sides are within ±2¹⁵⁷.
            int256 due = int256(entitledDown(balance, incomePerShare)) - debt;
            return due > 0 ? uint256(due) : 0;
        }
    }

    /// @notice Debt after the balance changed, so that what can be claimed stays as it was. Rounded up: the token gains.
    function debtAfterChangeUp(int256 debt, uint256 balanceBefore, uint256 balanceAfter, uint256 incomePerShare)
        internal
        pure
        returns (int256)
    {
        unchecked {
            // All three are within ±2¹⁵⁷.
            return debt + int256(entitledUp(balanceAfter, incomePerShare))
                - int256(entitledDown(balanceBefore, incomePerShare));
        }
    }
}
