// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {DividendMath} from "../../../src/libraries/DividendMath.sol";
import {StreamMath} from "../../../src/libraries/StreamMath.sol";
import {Stream} from "../../../src/types/EquityTypes.sol";
import {StreamRecord} from "../../../src/types/StreamRecord.sol";

contract StreamMathTest is Test {
    using StreamMath for StreamRecord;

    uint256 private constant LONGEST = 1461 days;
    uint256 private constant EARLIEST = 1_800_000_000;
    /// @dev So late that an end four years later is just within its 40 bits.
    uint256 private constant LATEST = 2 ** 40 - 1 - LONGEST;

    function test_Limits() external pure {
        assertEq(StreamMath.MAX_DURATION, LONGEST, "four years");
        assertEq(StreamMath.MIN_DURATION_WITH_POOLS, 1 days, "a day");
        assertEq(StreamMath.POOLS_MATTER, 1000, "a thousandth");
    }

    // ------------------------------------------------------------------------------------------------ accruedDown

    function testFuzz_AccruedDown_IsThePartOfTheTimeRoundedDown(
        uint256 left,
        uint256 start,
        uint256 length,
        uint256 passed
    ) external pure {
        StreamRecord memory stream = _stream(left, start, length);
        length = stream.end - stream.lastAccrual;
        passed = bound(passed, 0, length);
        uint256 accrued = stream.accruedDown(stream.lastAccrual + passed);
        uint256 exact = uint256(stream.left) * passed;
        assertLe(accrued * length, exact, "not more than the part of the time");
        assertLt(exact - accrued * length, length, "less than a wei below it");
    }

    function testFuzz_AccruedDown_IsNothingUntilTheLastAccrual(
        uint256 left,
        uint256 start,
        uint256 length,
        uint256 time
    ) external pure {
        StreamRecord memory stream = _stream(left, start, length);
        time = bound(time, 0, stream.lastAccrual);
        assertEq(stream.accruedDown(time), 0, "nothing yet");
    }

    function testFuzz_AccruedDown_IsAllFromTheEndOn(uint256 left, uint256 start, uint256 length, uint256 time)
        external
        pure
    {
        StreamRecord memory stream = _stream(left, start, length);
        time = bound(time, stream.end, type(uint64).max);
        assertEq(stream.accruedDown(time), stream.left, "all of it");
    }

    function testFuzz_AccruedDown_NeverFallsNorPassesWhatIsLeft(
        uint256 left,
        uint256 start,
        uint256 length,
        uint256 earlier,
        uint256 later
    ) external pure {
        StreamRecord memory stream = _stream(left, start, length);
        earlier = bound(earlier, 0, type(uint64).max);
        later = bound(later, earlier, type(uint64).max);
        assertLe(stream.accruedDown(earlier), stream.accruedDown(later), "monotone");
        assertLe(stream.accruedDown(later), stream.left, "never more than is left");
    }

    /// @dev Whoever makes a token accrue more often gains nothing by it, and takes a wei from nobody for long.
    function testFuzz_AccruedDown_InTwoStepsIsNeverMore(
        uint256 left,
        uint256 start,
        uint256 length,
        uint256 middle,
        uint256 time
    ) external pure {
        StreamRecord memory stream = _stream(left, start, length);
        middle = bound(middle, stream.lastAccrual, stream.end);
        time = bound(time, middle, uint256(stream.end) + 1);
        uint256 atOnce = stream.accruedDown(time);

        uint256 first = stream.accruedDown(middle);
        StreamRecord memory rest =
            StreamRecord({left: uint112(stream.left - first), lastAccrual: uint40(middle), end: stream.end});
        uint256 inSteps = first + rest.accruedDown(time);
        assertLe(inSteps, atOnce, "never more");
        assertLe(atOnce - inSteps, 1, "a wei less at most");
        if (time >= stream.end) assertEq(inSteps, stream.left, "and all of it by the end");
    }

    // ----------------------------------------------------------------------------------------------------- merged

    function testFuzz_Merged_EndsAtTheWeightedMeanRoundedUp(
        uint256 left,
        uint256 now_,
        uint256 remaining,
        uint256 amount,
        uint256 duration
    ) external {
        StreamRecord memory stream = _running(left, now_, remaining);
        amount = bound(amount, 1, DividendMath.MAX_INCOME - stream.left);
        duration = bound(duration, 1, LONGEST);
        remaining = stream.end - block.timestamp;

        StreamRecord memory merged = stream.merged(amount, duration);
        assertEq(merged.left, stream.left + amount, "all of both");
        assertEq(merged.lastAccrual, block.timestamp, "from now on");
        uint256 mean = merged.end - block.timestamp;
        uint256 weighted = uint256(stream.left) * remaining + amount * duration;
        assertGe(mean * merged.left, weighted, "not before the mean");
        assertLt((mean - 1) * merged.left, weighted, "less than a second after it");
        assertGe(mean, remaining < duration ? remaining : duration, "between both ends");
        assertLe(mean, remaining > duration ? remaining : duration, "between both ends");
    }

    function testFuzz_Merged_WithNothingLeftIsTheGainAlone(uint256 now_, uint256 end, uint256 amount, uint256 duration)
        external
    {
        vm.warp(bound(now_, EARLIEST, LATEST));
        amount = bound(amount, 1, DividendMath.MAX_INCOME);
        duration = bound(duration, 1, LONGEST);
        // An old stream's end may lie before now or after it.
        StreamRecord memory over = StreamRecord({left: 0, lastAccrual: 0, end: uint40(bound(end, 0, type(uint40).max))});
        StreamRecord memory merged = over.merged(amount, duration);
        assertEq(merged.left, amount, "the gain");
        assertEq(merged.lastAccrual, block.timestamp, "from now on");
        assertEq(merged.end, block.timestamp + duration, "for as long as it says");
    }

    /// @dev Nothing is overtaken: a second gain with the same end changes no end.
    function testFuzz_Merged_WithTheSameEndKeepsIt(uint256 left, uint256 now_, uint256 remaining, uint256 amount)
        external
    {
        StreamRecord memory stream = _running(left, now_, remaining);
        amount = bound(amount, 1, DividendMath.MAX_INCOME - stream.left);
        assertEq(stream.merged(amount, stream.end - block.timestamp).end, stream.end, "the same end");
    }

    // ------------------------------------------------------------------------------------------------- stoodStill

    function testFuzz_StoodStill_KeepsWhatIsLeftAndForHowLong(
        uint256 left,
        uint256 start,
        uint256 length,
        uint256 paused
    ) external {
        StreamRecord memory stream = _stream(left, start, length);
        paused = bound(paused, 0, LONGEST);
        vm.warp(stream.lastAccrual + paused);
        StreamRecord memory still = stream.stoodStill();
        assertEq(still.left, stream.left, "what is left");
        assertEq(still.lastAccrual, block.timestamp, "from now on");
        assertEq(still.end - still.lastAccrual, stream.end - stream.lastAccrual, "for how long");
        assertEq(still.accruedDown(block.timestamp), 0, "nothing accrued meanwhile");
    }

    function testFuzz_ToStream_KeepsItsParts(uint112 left, uint40 lastAccrual, uint40 end) external pure {
        Stream memory stream = StreamRecord({left: left, lastAccrual: lastAccrual, end: end}).toStream();
        assertEq(stream.left, left, "left");
        assertEq(stream.lastAccrual, lastAccrual, "last accrual");
        assertEq(stream.end, end, "end");
    }

    // ---------------------------------------------------------------------------------------------------- helpers

    function _stream(uint256 left, uint256 start, uint256 length) private pure returns (StreamRecord memory) {
        start = bound(start, EARLIEST, LATEST - LONGEST);
        return StreamRecord({
            left: uint112(bound(left, 1, DividendMath.MAX_INCOME)),
            lastAccrual: uint40(start),
            end: uint40(start + bound(length, 1, LONGEST))
        });
    }

    /// @dev A stream that has accrued until now, and ends later.
    function _running(uint256 left, uint256 now_, uint256 remaining) private returns (StreamRecord memory) {
        vm.warp(bound(now_, EARLIEST, LATEST));
        return StreamRecord({
            left: uint112(bound(left, 1, DividendMath.MAX_INCOME - 1)),
            lastAccrual: uint40(block.timestamp),
            end: uint40(block.timestamp + bound(remaining, 1, LONGEST))
        });
    }
}
