// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Position} from "./EquityTypes.sol";

/// @notice A position as a network stores it; a stake writes the first word only, an unstake the second. Sums over the network's life of
/// amounts below 2⁹⁶: 2³² of them would be needed to fill a field.
struct PositionRecord {
    uint128 staked;
    uint128 minted;
    uint128 returned;
    uint128 burned;
}

using {toPosition} for PositionRecord global;

/// @notice The position as everybody sees it.
function toPosition(PositionRecord memory self) pure returns (Position memory) {
    return Position({staked: self.staked, minted: self.minted, returned: self.returned, burned: self.burned});
}
