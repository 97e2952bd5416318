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

contract PoolStreamTest is PoolTest, StreamTest {
    uint256 private constant TIMES = 4;
    uint256 private constant STREAM = 100 days;
    uint256 private constant POOLED = 400_000e18;

    PersonalToken private token;
    IUniswapV3Pool private pool;
    PoolUser private user;
    uint256 private start;

    function setUp() public override(PoolTest, WeftTest) {
        super.setUp();
        token = _launch(ada, "ADA");
        pool = _createPool(address(token));
        start = block.timestamp;
    }

    /// @dev About 400,000 shares are in the pool, as many with who provided them, 200,000 with Ada.
    function _providePool() private {
        user = _provide(pool, address(token), ada, POOLED);
    }

    /// @dev All shares but some wei are in the pool, which is excluded.
    function _empty() private {
        token.exclude(address(pool));
        uint256 rest = token.balanceOf(ada);
        vm.prank(ada);
        token.transfer(address(user), rest);
        quote.mint(address(user), rest);
        user.provide(uint128(token.balanceOf(address(user))));
        // For what is bought later.
        quote.mint(address(user), (TIMES + 1) * 1_000e18);
        assertLt(token.eligibleSupply(), MIN_SUPPLY, "too few take part");
    }

    /// @dev Somebody buys shares from the pool.
    function _buy() private {
        user.sell(address(quote), 1_000e18);
        assertGe(token.eligibleSupply(), MIN_SUPPLY, "enough take part");
    }

    function testFuzz_RevertWhen_DurationIsOutOfRange(uint256 duration) external {
        _providePool();
        token.exclude(address(pool));
        if (duration <= MAX_DURATION) duration %= MIN_DURATION_WITH_POOLS;
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPersonalToken.DurationOutOfRange.selector, duration, MIN_DURATION_WITH_POOLS, MAX_DURATION
            )
        );
        token.realize{value: 1 ether}(1 ether, duration, "");
    }

    function testFuzz_Stream(uint256 amount, uint256 duration, uint256 elapsed) external {
        amount = bound(amount, 1, MAX_INCOME);
        duration = bound(duration, MIN_DURATION_WITH_POOLS, MAX_DURATION);
        elapsed = bound(elapsed, 0, duration);
        vm.deal(ada, amount);
        _providePool();
        token.exclude(address(pool));
        uint256 eligible = MILLION - token.balanceOf(address(pool));
        assertEq(token.eligibleSupply(), eligible, "the pool takes no part");

        _expectStreamChanged(token, amount, start, start + duration);
        _expectRealized(token, 0, ada, amount, duration);
        _realizeOver(token, ada, amount, duration);
        skip(elapsed);
        uint256 perShare = _perShare(amount * elapsed / duration, eligible);
        assertEq(token.incomePerShare(), perShare, "divided among the others");
        assertEq(token.claimable(ada), _part(token.balanceOf(ada), perShare), "the person's part");
        assertEq(token.claimable(address(pool)), 0, "nothing for the pool");
    }

    /// @dev A pool with so few shares binds nobody.
    function testFuzz_PoolThatDoesNotMatter(uint256 pooled, uint256 duration) external {
        pooled = bound(pooled, 0, MILLION / POOLS_MATTER);
        duration = bound(duration, 1, MIN_DURATION_WITH_POOLS);
        token.exclude(address(pool));
        vm.prank(ada);
        token.transfer(address(pool), pooled);
        _expectAccrued(token, _perShare(1 ether, MILLION - pooled), 0, MILLION - pooled);
        _realize(token, ada, 1 ether);
        _realizeOver(token, ada, 1 ether, duration);
        assertEq(token.incomePerShare(), _perShare(1 ether, MILLION - pooled), "divided at once");
        _assertStream(token, 1 ether, start, start + duration);
    }

    function test_RevertWhen_PoolJustMatters() external {
        token.exclude(address(pool));
        vm.startPrank(ada);
        token.transfer(address(pool), MILLION / POOLS_MATTER + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IPersonalToken.DurationOutOfRange.selector, 0, MIN_DURATION_WITH_POOLS, MAX_DURATION)
        );
        token.realize{value: 1 ether}(1 ether, 0, "");
    }

    function test_PoolThatIsNotExcluded() external {
        _providePool();
        _expectAccrued(token, _perShare(1 ether, MILLION), 0, MILLION);
        _realize(token, ada, 1 ether);
        uint256 part = _part(token.balanceOf(address(pool)), token.incomePerShare());
        assertEq(token.claimable(address(pool)), part, "as any holder");
    }

    /// @dev Called in the middle of a loan of all that the pool has.
    function realizeAtOnce() external {
        assertEq(token.balanceOf(address(pool)), 0, "the pool holds no shares now");
        _realize(token, ada, 1 ether);
    }

    function test_RevertWhen_SharesJustLeftThePool() external {
        _providePool();
        token.exclude(address(pool));
        user.plan(address(this), abi.encodeCall(this.realizeAtOnce, ()));
        uint256 all = token.balanceOf(address(pool));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        user.borrow(address(token), all);
    }

    /// @dev Called in the middle of a loan of all that the pool has.
    function realizeOver(uint256 duration) external {
        _realizeOver(token, ada, 1 ether, duration);
    }

    function _realizeInALoan(uint256 duration) private {
        user.plan(address(this), abi.encodeCall(this.realizeOver, (duration)));
        user.borrow(address(token), token.balanceOf(address(pool)));
    }

    function realizeInALoan(uint256 duration) external {
        _realizeInALoan(duration);
    }

    /// @dev Else a loan would do away with the day that others have to see it coming.
    function testFuzz_RevertWhen_SharesJustLeftThePool_AndLessThanADay(uint256 duration) external {
        duration = bound(duration, 1, MIN_DURATION_WITH_POOLS - 1);
        _providePool();
        token.exclude(address(pool));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        this.realizeInALoan(duration);
    }

    function testFuzz_SharesJustLeftThePool_Stream(uint256 duration) external {
        duration = bound(duration, MIN_DURATION_WITH_POOLS, MAX_DURATION);
        _providePool();
        token.exclude(address(pool));
        _realizeInALoan(duration);
        _assertStream(token, 1 ether, start, start + duration);
        assertEq(token.incomePerShare(), 0, "nothing for who borrowed");
        skip(duration);
        assertEq(token.incomePerShare(), _perShare(1 ether, token.eligibleSupply()), "all for who holds later");
    }

    function test_RevertWhen_TooFewTakePart() external {
        _providePool();
        _empty();
        uint256 eligible = token.eligibleSupply();
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, eligible, MIN_SUPPLY));
        token.realize{value: 1 ether}(1 ether, MIN_DURATION_WITH_POOLS, "");
    }

    /// @dev Ada pays 100 in over 100 days; 30 of them pass before all shares go into the pool.
    function _standStill() private {
        _providePool();
        _realizeOver(token, ada, 100 ether, STREAM);
        skip(30 days);
        _empty();
        _assertStream(token, 70 ether, start + 30 days, start + STREAM);
    }

    function testFuzz_StandingStill_Views(uint256 waited) external {
        _standStill();
        waited = bound(waited, 0, 10 * MAX_DURATION);
        uint256 perShare = token.incomePerShare();
        uint256 due = token.claimable(ada);
        skip(waited);
        assertEq(token.incomePerShare(), perShare, "nothing is divided");
        assertEq(token.claimable(ada), due, "nothing more is due");
        assertEq(token.claimableAt(ada, block.timestamp + MAX_DURATION), due, "nor would be later");
    }

    function testFuzz_StandingStill_Touch(uint256 waited) external {
        _standStill();
        waited = bound(waited, 1, 10 * MAX_DURATION);
        uint256 perShare = token.incomePerShare();
        skip(waited);
        uint256 touched = start + 30 days + waited;
        vm.recordLogs();
        token.claim(ada);
        assertEq(_countOf(address(token), IEquityToken.Accrued.selector), 0, "nothing accrued");
        _assertStream(token, 70 ether, touched, start + STREAM + waited);

        skip(1);
        _expectStreamChanged(token, 70 ether, touched + 1, start + STREAM + waited + 1);
        user.send(token, ben, 1);
        assertEq(token.incomePerShare(), perShare, "nothing was divided");
    }

    function testFuzz_GoesOn(uint256 waited, uint256 elapsed) external {
        _standStill();
        waited = bound(waited, 1, 10 * MAX_DURATION);
        elapsed = bound(elapsed, 0, 70 days);
        uint256 perShare = token.incomePerShare();
        skip(waited);
        _expectStreamChanged(token, 70 ether, start + 30 days + waited, start + STREAM + waited);
        _buy();

        skip(elapsed);
        uint256 accrued = 70 ether * elapsed / 70 days;
        assertEq(token.incomePerShare(), perShare + _perShare(accrued, token.eligibleSupply()), "70 more days, evenly");
        _claimAllAtTheEnd(start + STREAM + waited);
    }

    function testFuzz_GoesOn_AnyNumberOfTimes(uint256[TIMES] memory stands, uint256[TIMES] memory goes) external {
        _standStill();
        (uint256 left, uint256 last, uint256 end) = (70 ether, start + 30 days, start + STREAM);
        for (uint256 i = 0; i < TIMES; ++i) {
            uint256 stand = bound(stands[i], 1, MAX_DURATION);
            skip(stand);
            _buy();
            (last, end) = (block.timestamp, end + stand);
            _assertStream(token, left, last, end);

            skip(bound(goes[i], 0, 15 days));
            _sellAll();
            left -= left * (block.timestamp - last) / (end - last);
            _assertStream(token, left, block.timestamp, end);
        }
        _buy();
        _claimAllAtTheEnd(end);
    }

    /// @dev Back into the pool, so that too few take part again.
    function _sellAll() private {
        user.send(token, address(pool), token.balanceOf(address(user)));
        assertLt(token.eligibleSupply(), MIN_SUPPLY, "too few take part");
    }

    function _claimAllAtTheEnd(uint256 end) private {
        vm.warp(end - 1);
        assertLt(token.claimable(ada) + token.claimable(address(user)), 100 ether - 1e9, "not all of it yet");
        vm.warp(end);
        uint256 paid = token.claim(ada) + token.claim(address(user));
        assertEq(token.stream().left, 0, "nothing left");
        assertEq(token.accounted(), 100 ether - paid, "held as dust");
        assertLe(100 ether - paid, 20, "what rounding keeps");
    }
}
