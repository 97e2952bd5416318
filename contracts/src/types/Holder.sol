// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {HolderClass} from "./EquityTypes.sol";

/// @notice All a token knows of one holder, in one storage word: balance (bits 0-95), class (bits 96-97) and signed
/// debt (bits 98-255, two's complement). The zero word is a wallet that holds nothing and is owed nothing.
type Holder is uint256;

using {balance, class, debt, withPaid} for Holder global;

uint256 constant BALANCE_BITS = 96;
uint256 constant DEBT_SHIFT = 98;
uint256 constant BALANCE_MASK = type(uint96).max;
uint256 constant CLASS_MASK = 3;

/// @notice Shares held, in wei.
function balance(Holder holder) pure returns (uint256) {
    return Holder.unwrap(holder) & BALANCE_MASK;
}

/// @notice How the holder takes part in income.
function class(Holder holder) pure returns (HolderClass) {
    return HolderClass((Holder.unwrap(holder) >> BALANCE_BITS) & CLASS_MASK);
}

/// @notice What the balance's share of all income must be lessened by, in wei of the currency.
function debt(Holder holder) pure returns (int256) {
    // The shift of a signed number keeps its sign.
    return int256(Holder.unwrap(holder)) >> DEBT_SHIFT;
}

/// @notice Puts the three parts into one word.
/// @dev The caller keeps `balance_` below 2⁹⁶ and `debt_` within ±2¹⁵⁷, which the limits of DividendMath guarantee.
function toHolder(uint256 balance_, HolderClass class_, int256 debt_) pure returns (Holder) {
    return Holder.wrap((uint256(debt_) << DEBT_SHIFT) | (uint256(class_) << BALANCE_BITS) | balance_);
}

/// @notice The holder once `paid` more was paid out, in wei of the currency.
/// @dev The caller keeps the debt within its range.
function withPaid(Holder holder, uint256 paid) pure returns (Holder) {
    unchecked {
        // The debt is the topmost part, so a sum never touches the others.
        return Holder.wrap(Holder.unwrap(holder) + (paid << DEBT_SHIFT));
    }
}
