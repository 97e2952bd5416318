// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {PoolTest} from "../../utils/PoolTest.sol";
import {StreamTest} from "../../utils/StreamTest.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract ShortenStreamTest is PoolTest, StreamTest {
    uint256 private constant DURATION = 100 days;
    uint256 private constant POOLED = 400_000e18;

    PersonalToken private token;
    uint256 private start;

    function setUp() public override(PoolTest, WeftTest) {
        super.setUp();
        token = _launch(ada, "ADA");
        start = block.timestamp;
    }

    function _shorten(uint256 duration) private {
        vm.prank(ada);
        token.shortenStream(duration);
    }

    function _stream() private {
        _realizeOver(token, ada, 100 ether, DURATION);
    }

    function _excludePool() private returns (IUniswapV3Pool pool, PoolUser user) {
        pool = _createPool(address(token));
        user = _provide(pool, address(token), ada, POOLED);
        token.exclude(address(pool));
    }

    function _expectOutOfRange(uint256 duration, uint256 minimum) private {
        vm.expectRevert(
            abi.encodeWithSelector(IPersonalToken.DurationOutOfRange.selector, duration, minimum, MAX_DURATION)
        );
    }

    function _expectEndsSooner(uint256 end) private {
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.StreamEndsSooner.selector, end));
    }

    function testFuzz_RevertWhen_CallerIsNotThePerson(address caller) external {
        vm.assume(caller != ada);
        _stream();
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
        token.shortenStream(1 days);
    }

    function testFuzz_RevertWhen_DurationIsTooLong(uint256 duration) external {
        duration = bound(duration, MAX_DURATION + 1, type(uint256).max);
        _stream();
        _expectOutOfRange(duration, 0);
        _shorten(duration);
    }

    function testFuzz_RevertWhen_DurationIsTooShortForPools(uint256 duration) external {
        duration = bound(duration, 0, MIN_DURATION_WITH_POOLS - 1);
        _stream();
        _excludePool();
        _expectOutOfRange(duration, MIN_DURATION_WITH_POOLS);
        _shorten(duration);
        _shorten(MIN_DURATION_WITH_POOLS);
        _assertStream(token, 100 ether, start, start + MIN_DURATION_WITH_POOLS);
    }

    function testFuzz_RevertWhen_NothingStreams(uint256 duration) external {
        duration = bound(duration, 0, MAX_DURATION);
        _expectEndsSooner(0);
        _shorten(duration);
        _realize(token, ada, 1 ether);
        _expectEndsSooner(0);
        _shorten(duration);
    }

    function testFuzz_RevertWhen_TheStreamHasEnded(uint256 duration, uint256 over) external {
        duration = bound(duration, 0, MAX_DURATION);
        over = bound(over, 0, MAX_DURATION);
        _stream();
        skip(DURATION + over);
        _expectEndsSooner(0);
        _shorten(duration);
    }

    function testFuzz_RevertWhen_TheStreamEndsNoLater(uint256 elapsed, uint256 duration) external {
        elapsed = bound(elapsed, 0, DURATION - 1);
        duration = bound(duration, DURATION - elapsed, MAX_DURATION);
        _stream();
        skip(elapsed);
        _expectEndsSooner(start + DURATION);
        _shorten(duration);
    }

    // -------------------------------------------------------------------------------------------- in a loan

    /// @dev Called in the middle of a loan of all that the pool has, by the person.
    function shortenInALoan(uint256 duration) external {
        _shorten(duration);
    }

    function _expectRefusedInALoan(uint256 duration) private {
        (IUniswapV3Pool pool, PoolUser user) = _excludePool();
        _stream();
        uint256 all = token.balanceOf(address(pool));
        user.plan(address(this), abi.encodeCall(this.shortenInALoan, (duration)));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        user.borrow(address(token), all);
    }

    /// @dev Else the person could borrow the pool's shares and take a part of what streams for the others.
    function test_RevertWhen_SharesJustLeftAPool() external {
        _expectRefusedInALoan(0);
    }

    /// @dev Else a loan would do away with the day that others have to see it coming.
    function testFuzz_RevertWhen_SharesJustLeftAPool_AndLessThanADay(uint256 duration) external {
        _expectRefusedInALoan(bound(duration, 1, MIN_DURATION_WITH_POOLS - 1));
    }

    function testFuzz_SharesJustLeftAPool_ADayOrMore(uint256 duration) external {
        duration = bound(duration, MIN_DURATION_WITH_POOLS, DURATION - 1);
        (IUniswapV3Pool pool, PoolUser user) = _excludePool();
        _stream();
        user.plan(address(this), abi.encodeCall(this.shortenInALoan, (duration)));
        user.borrow(address(token), token.balanceOf(address(pool)));
        _assertStream(token, 100 ether, start, start + duration);
        assertEq(token.claimable(address(user)), 0, "nothing for who borrowed");
    }

    // ---------------------------------------------------------------------------------------------------- success

    function testFuzz_Shorten(uint256 amount, uint256 elapsed, uint256 duration) external {
        amount = bound(amount, 1, MAX_INCOME);
        elapsed = bound(elapsed, 0, DURATION - 1);
        duration = bound(duration, 0, DURATION - elapsed - 1);
        vm.deal(ada, amount);
        _realizeOver(token, ada, amount, DURATION);
        skip(elapsed);

        uint256 accrued = amount * elapsed / DURATION;
        if (accrued != 0) _expectAccrued(token, _perShare(accrued, MILLION), amount - accrued, MILLION);
        _expectStreamChanged(token, amount - accrued, block.timestamp, block.timestamp + duration);
        _shorten(duration);
        _assertStream(token, amount - accrued, block.timestamp, block.timestamp + duration);
        assertEq(token.accounted(), amount, "held for the holders");
        assertEq(token.realizationCount(), 1, "no gain more");
    }

    function testFuzz_Shorten_Evenly(uint256 elapsed) external {
        elapsed = bound(elapsed, 0, 10 days);
        _stream();
        skip(50 days);
        _shorten(10 days);
        skip(elapsed);
        uint256 perShare = _perShare(50 ether, MILLION) + _perShare(50 ether * elapsed / 10 days, MILLION);
        assertEq(token.incomePerShare(), perShare, "evenly");
        skip(10 days - elapsed);
        assertEq(token.claim(ada), 100 ether - 1, "all of it");
        assertEq(token.stream().left, 0, "nothing left");
    }

    function test_Shorten_ToNothing() external {
        _stream();
        skip(50 days);
        _shorten(0);
        uint256 perShare = _perShare(50 ether, MILLION) * 2;
        assertEq(token.incomePerShare(), perShare, "all of it is due");
        _expectAccrued(token, perShare, 0, MILLION);
        assertEq(token.claim(ada), 100 ether - 1, "and paid");
        _assertStream(token, 0, block.timestamp, block.timestamp);
        _expectEndsSooner(0);
        _shorten(0);
    }

    function test_Shorten_WhileItStandsStill() external {
        (IUniswapV3Pool pool, PoolUser user) = _excludePool();
        _stream();
        user.send(token, address(pool), token.balanceOf(address(user)));
        uint256 rest = token.balanceOf(ada);
        vm.prank(ada);
        token.transfer(address(pool), rest);
        skip(30 days);

        _expectStreamChanged(token, 100 ether, start + 30 days, start + 130 days);
        _expectStreamChanged(token, 100 ether, start + 30 days, start + 40 days);
        _shorten(10 days);
        skip(365 days);
        assertEq(token.incomePerShare(), 0, "it stands still");
        quote.mint(address(user), 1_000e18);
        user.sell(address(quote), 1_000e18);
        _assertStream(token, 100 ether, start + 395 days, start + 405 days);
    }
}
