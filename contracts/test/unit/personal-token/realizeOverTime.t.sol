// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {StreamTest} from "../../utils/StreamTest.sol";

contract RealizeOverTimeTest is StreamTest {
    PersonalToken private token;
    uint256 private start;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        start = block.timestamp;
    }

    function test_First() external {
        vm.recordLogs();
        assertEq(_realizeOver(token, ada, 10 ether, 100), 0, "first number");
        assertEq(_countOf(address(token), IEquityToken.Accrued.selector), 0, "nothing accrued");

        _assertStream(token, 10 ether, start, start + 100);
        assertEq(token.incomePerShare(), 0, "nothing divided yet");
        assertEq(token.claimable(ada), 0, "nothing claimable yet");
        assertEq(token.accounted(), 10 ether, "held for the holders");
        assertEq(token.unaccounted(), 0, "all of it booked");
        assertEq(token.realizationCount(), 1, "count");
        assertEq(address(token).balance, 10 ether, "here");
        assertEq(ada.balance, 990 ether, "from the person");
    }

    function testFuzz_First(uint256 amount, uint256 duration) external {
        amount = bound(amount, 1, MAX_INCOME);
        duration = bound(duration, 1, MAX_DURATION);
        vm.deal(ada, amount);
        _expectStreamChanged(token, amount, start, start + duration);
        _expectRealized(token, 0, ada, amount, duration);
        _realizeOver(token, ada, amount, duration);
        _assertStream(token, amount, start, start + duration);
    }

    function test_ShortestAndLongest() external {
        _realizeOver(token, ada, 1 ether, 1);
        _assertStream(token, 1 ether, start, start + 1);
        skip(1);
        assertEq(token.claimable(ada), 1 ether - 1, "all of it a second later");
        token.claim(ada);

        _realizeOver(token, ada, 1 ether, MAX_DURATION);
        _assertStream(token, 1 ether, start + 1, start + 1 + MAX_DURATION);
    }

    /// @dev After 10 of 20 seconds half is left, for 10 more; as much for 5 makes 7.5 on average.
    function test_Merge_RoundsUp() external {
        _realizeOver(token, ada, 2 ether, 20);
        skip(10);
        _expectAccrued(token, _perShare(1 ether, MILLION), 1 ether, MILLION);
        _expectStreamChanged(token, 2 ether, start + 10, start + 18);
        _expectRealized(token, 1, ada, 1 ether, 5);
        assertEq(_realizeOver(token, ada, 1 ether, 5), 1, "second number");
        _assertStream(token, 2 ether, start + 10, start + 18);
        assertEq(token.accounted(), 3 ether, "held for the holders");
    }

    /// @dev A wei more or less in the sum of products decides between two ends.
    function test_Merge_RoundsUpByAWei() external {
        _realizeOver(token, ada, 3, 8);
        _realizeOver(token, ada, 1, 8);
        _assertStream(token, 4, start, start + 8);
        _realizeOver(token, ada, 1, 9);
        _assertStream(token, 5, start, start + 9);
        _realizeOver(token, ada, 5, 7);
        _assertStream(token, 10, start, start + 8);
    }

    function testFuzz_Merge(uint256 first, uint256 second, uint256 elapsed, uint256 durationOfSecond) external {
        first = bound(first, 1, MAX_INCOME / 2);
        second = bound(second, 1, MAX_INCOME / 2);
        uint256 duration = 30 days;
        elapsed = bound(elapsed, 0, duration);
        durationOfSecond = bound(durationOfSecond, 1, MAX_DURATION);
        vm.deal(ada, first + second);
        _realizeOver(token, ada, first, duration);
        skip(elapsed);

        uint256 accrued = first * elapsed / duration;
        uint256 left = first - accrued;
        uint256 mean = left == 0
            ? durationOfSecond
            : Math.ceilDiv(left * (duration - elapsed) + second * durationOfSecond, left + second);
        if (accrued != 0) _expectAccrued(token, _perShare(accrued, MILLION), left, MILLION);
        _expectStreamChanged(token, left + second, block.timestamp, block.timestamp + mean);
        _expectRealized(token, 1, ada, second, durationOfSecond);
        _realizeOver(token, ada, second, durationOfSecond);

        _assertStream(token, left + second, block.timestamp, block.timestamp + mean);
        assertEq(token.incomePerShare(), _perShare(accrued, MILLION), "what accrued before");
        assertEq(token.accounted(), first + second, "held for the holders");
    }

    function test_AfterTheEnd_StartsAnew() external {
        _realizeOver(token, ada, 2 ether, 20);
        skip(1 days);
        _expectAccrued(token, _perShare(2 ether, MILLION), 0, MILLION);
        _expectStreamChanged(token, 1 ether, start + 1 days, start + 1 days + 30);
        _expectRealized(token, 1, ada, 1 ether, 30);
        _realizeOver(token, ada, 1 ether, 30);
        assertEq(token.incomePerShare(), _perShare(2 ether, MILLION), "all of the first accrued");
    }

    function test_AtOnce_LeavesTheStream() external {
        _realizeOver(token, ada, 2 ether, 20);
        skip(5);
        uint256 streamed = _perShare(0.5 ether, MILLION);
        _expectAccrued(token, streamed, 1.5 ether, MILLION);
        _expectAccrued(token, streamed + _perShare(3 ether, MILLION), 1.5 ether, MILLION);
        _expectRealized(token, 1, ada, 3 ether, 0);
        _realizeOver(token, ada, 3 ether, 0);
        _assertStream(token, 1.5 ether, start + 5, start + 20);
        assertEq(token.accounted(), 5 ether, "held for the holders");
    }

    function testFuzz_RevertWhen_HeldIncomeWouldPassTheLimit(uint256 first, uint256 duration) external {
        first = bound(first, 1, MAX_INCOME - 1);
        duration = bound(duration, 1, MAX_DURATION);
        vm.deal(ada, MAX_INCOME + 1);
        _realizeOver(token, ada, first, duration);

        uint256 tooMuch = MAX_INCOME - first + 1;
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, MAX_INCOME + 1, MAX_INCOME));
        token.realize{value: tooMuch}(tooMuch, duration, "");

        _realizeOver(token, ada, tooMuch - 1, duration);
        _assertStream(token, MAX_INCOME, start, start + duration);
    }

    function testFuzz_HolderWhoComesLater(uint256 amount, uint256 shares, uint256 elapsed) external {
        amount = bound(amount, 1, 1_000 ether);
        shares = bound(shares, 1, MILLION);
        uint256 duration = 365 days;
        elapsed = bound(elapsed, 0, duration);
        _realizeOver(token, ada, amount, duration);
        skip(elapsed);
        vm.prank(ada);
        token.transfer(ben, shares);
        assertEq(token.claimable(ben), 0, "no part in what accrued before");

        skip(duration - elapsed);
        uint256 later = amount - amount * elapsed / duration;
        assertLe(token.claimable(ben), later * shares / MILLION, "a part in what accrues later");
        assertApproxEqAbs(token.claimable(ben), later * shares / MILLION, 2, "all of that part");
        assertLe(token.claimable(ada) + token.claimable(ben), amount, "no more than was paid in");
        assertApproxEqAbs(token.claimable(ada) + token.claimable(ben), amount, 4, "nor less than rounding takes");
    }
}
