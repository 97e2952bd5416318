// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

contract ClaimableAtTest is PoolTest {
    uint256 private constant QUARTER_SHARES = 250_000e18;
    uint256 private constant DURATION = 100 days;
    uint256 private constant LONGEST = 1461 days;

    PersonalToken private token;
    uint256 private start;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        vm.prank(ada);
        token.transfer(ben, QUARTER_SHARES);
        start = block.timestamp;
    }

    function test_NothingStreams_IsTheSameAtAnyTime() external {
        _realize(token, ada, 4 ether);
        uint256[4] memory times = [0, start, start + 1, type(uint256).max];
        for (uint256 i = 0; i < times.length; ++i) {
            assertEq(token.claimableAt(ben, times[i]), 1 ether - 1, "what accrued");
        }
    }

    function test_Network_HasNoStreams() external {
        INetworkToken network = _formWith(token, ada, QUARTER_SHARES);
        _stake(network, 0, token, ada, QUARTER_SHARES, ada);
        _stream(16 ether, DURATION);
        network.distribute{value: 1 ether}(1 ether, "");
        assertEq(network.claimableAt(ada, start + DURATION), 1 ether - 1, "what accrued");
        assertEq(network.stream().left, 0, "no stream");
        assertEq(network.stream().end, 0, "no stream");
    }

    function test_Stream_BeforeItLastAccrued() external {
        _stream(16 ether, DURATION);
        skip(25 days);
        token.claim(ada);
        uint256 accrued = token.claimable(ben);
        assertEq(accrued, 1 ether - 1, "a quarter of a quarter");
        assertEq(token.claimableAt(ben, 0), accrued, "long before");
        assertEq(token.claimableAt(ben, start), accrued, "before");
        assertEq(token.claimableAt(ben, block.timestamp), accrued, "then");
    }

    function test_Stream_InBetween() external {
        _stream(16 ether, DURATION);
        assertEq(token.claimableAt(ben, start), 0, "at the start");
        assertEq(token.claimableAt(ben, start + 25 days), 1 ether - 1, "after a quarter of the time");
        assertEq(token.claimableAt(ben, start + 50 days), 2 ether - 1, "after half of the time");
        assertEq(token.incomePerShare(), 0, "looking ahead accrues nothing");
        assertEq(token.claimable(ben), 0, "nothing yet");
    }

    function test_Stream_AtItsEndAndAfterIt() external {
        _stream(16 ether, DURATION);
        uint256 all = token.claimableAt(ben, start + DURATION);
        assertEq(all, 4 ether - 1, "a quarter of all");
        assertEq(token.claimableAt(ben, start + DURATION + 1), all, "no more after it");
        assertEq(token.claimableAt(ben, type(uint256).max), all, "nor ever");
    }

    /// @dev While nobody takes part in income the clock stands.
    function test_Stream_StandsStill() external {
        _stream(16 ether, DURATION);
        skip(25 days);
        IUniswapV3Pool pool = _createPool(address(token));
        token.exclude(address(pool));
        vm.prank(ada);
        token.transfer(address(pool), 750_000e18);
        vm.prank(ben);
        token.transfer(address(pool), QUARTER_SHARES);
        assertEq(token.eligibleSupply(), 0, "nobody takes part");
        assertEq(token.claimableAt(ben, start + DURATION), 1 ether - 1, "what accrued before");

        skip(30 days);
        vm.prank(address(pool));
        token.transfer(ben, QUARTER_SHARES);
        assertApproxEqAbs(token.claimable(ben), 1 ether, 2, "nothing while it stood");
        assertApproxEqAbs(token.claimableAt(ben, start + DURATION + 30 days), 13 ether, 2, "the rest so much later");
    }

    function test_Excluded_IsNothing() external {
        IUniswapV3Pool pool = _createPool(address(token));
        vm.prank(ada);
        token.transfer(address(pool), QUARTER_SHARES);
        token.exclude(address(pool));
        _stream(16 ether, DURATION);
        assertEq(token.claimableAt(address(pool), start + DURATION), 0, "at any time");
    }

    function testFuzz_ClaimableAt_IsWhatAClaimThenPays(uint256 amount, uint256 duration, uint256 passed, uint256 more)
        external
    {
        amount = bound(amount, 1 ether, 900 ether);
        duration = bound(duration, 1 days, LONGEST);
        passed = bound(passed, 0, duration);
        more = bound(more, 1, LONGEST);
        _stream(amount, duration);
        skip(passed);
        if (token.claimable(ada) != 0) token.claim(ada);
        uint256 time = block.timestamp + more;
        uint256 ahead = token.claimableAt(ben, time);

        vm.warp(time);
        assertEq(token.claimable(ben), ahead, "what the view says then");
        assertEq(token.claim(ben), ahead, "and what is paid then");
    }

    function testFuzz_ClaimableAt_NeverFallsWithTime(uint256 amount, uint256 duration, uint256 earlier, uint256 later)
        external
    {
        amount = bound(amount, 1, 900 ether);
        duration = bound(duration, 1, LONGEST);
        later = bound(later, 0, type(uint64).max);
        earlier = bound(earlier, 0, later);
        _stream(amount, duration);
        assertLe(token.claimableAt(ben, earlier), token.claimableAt(ben, later), "monotone");
        assertLe(token.claimableAt(ben, later), amount / 4, "never above the part of all");
    }

    function _stream(uint256 amount, uint256 duration) private {
        vm.prank(ada);
        token.realize{value: amount}(amount, duration, "");
    }
}
