// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {StreamRecord} from "../types/StreamRecord.sol";

/// @title The arithmetic of gains that accrue over time
/// @dev Amounts are below 2¹¹⁰ and times below 2⁴⁰: no product here passes 2¹⁵¹.
library StreamMath {
    /// @notice Longest time over which a gain can accrue: four years, with the day that one of them has more.
    uint256 internal constant MAX_DURATION = 1461 days;

    /// @notice Shortest time while pools hold shares, so that nobody can buy from a pool for the moment of a gain.
    uint256 internal constant MIN_DURATION_WITH_POOLS = 1 days;

    /// @notice Pools matter from this part of all shares on: one of so many.
    uint256 internal constant POOLS_MATTER = 1000;

    /// @notice What has accrued since the last time, rounded down: the rest accrues later, all of it by the end.
    function accruedDown(StreamRecord memory stream, uint256 time) internal pure returns (uint256) {
        if (time >= stream.end) return stream.left;
        if (time <= stream.lastAccrual) return 0;
        unchecked {
            return uint256(stream.left) * (time - stream.lastAccrual) / (stream.end - stream.lastAccrual);
        }
    }

    /// @notice The stream with a gain more: both end at the mean of their ends, weighted by amount and rounded up.
    /// @param stream What has accrued until now; it ends later, or has nothing left.
    function merged(StreamRecord memory stream, uint256 amount, uint256 duration)
        internal
        view
        returns (StreamRecord memory)
    {
        unchecked {
            uint256 left = stream.left;
            uint256 remaining = left == 0 ? 0 : stream.end - block.timestamp;
            uint256 mean = Math.ceilDiv(left * remaining + amount * duration, left + amount);
            return StreamRecord({
                left: uint112(left + amount), lastAccrual: uint40(block.timestamp), end: uint40(block.timestamp + mean)
            });
        }
    }

    /// @notice The stream as if it had stood still since it last accrued.
    function stoodStill(StreamRecord memory stream) internal view returns (StreamRecord memory) {
        unchecked {
            uint256 remaining = stream.end - stream.lastAccrual;
            return StreamRecord({
                left: stream.left, lastAccrual: uint40(block.timestamp), end: uint40(block.timestamp + remaining)
            });
        }
    }
}
