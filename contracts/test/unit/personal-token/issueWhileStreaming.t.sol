// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {PoolTest} from "../../utils/PoolTest.sol";
import {StreamTest} from "../../utils/StreamTest.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract IssueWhileStreamingTest is PoolTest, StreamTest {
    uint256 private constant SHARES = 50_000e18;
    uint256 private constant DURATION = 100 days;

    PersonalToken private token;
    uint256 private start;

    function setUp() public override(PoolTest, WeftTest) {
        super.setUp();
        token = _launch(ada, "ADA");
        start = block.timestamp;
    }

    function _issue(address to, uint256 shares) private {
        vm.prank(ada);
        token.issue(to, shares);
    }

    /// @dev About as many shares in an excluded pool, and a stream.
    function _pool(uint256 shares) private returns (IUniswapV3Pool pool, PoolUser user) {
        pool = _createPool(address(token));
        user = _provide(pool, address(token), ada, shares);
        token.exclude(address(pool));
        _realizeOver(token, ada, 10 ether, DURATION);
    }

    /// @dev A day is the least that who buys from a pool has to wait for a gain.
    function testFuzz_RevertWhen_PoolsMatter(uint256 pooled, uint256 elapsed) external {
        pooled = bound(pooled, 2 * MILLION / POOLS_MATTER, MILLION / 2);
        elapsed = bound(elapsed, 0, DURATION - 1);
        _pool(pooled);
        skip(elapsed);
        uint256 left = 10 ether - 10 ether * elapsed / DURATION;
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.StreamStillRuns.selector, left, start + DURATION));
        token.issue(cleo, SHARES);
    }

    function test_PoolsMatter_AfterTheEnd() external {
        _pool(400_000e18);
        skip(DURATION);
        uint256 eligible = token.eligibleSupply();
        _expectAccrued(token, _perShare(10 ether, eligible), 0, eligible);
        _issue(cleo, SHARES);
        assertEq(token.claimable(cleo), 0, "nothing for the new shares");
    }

    function test_RevertWhen_SharesJustLeftAPool() external {
        (IUniswapV3Pool pool, PoolUser user) = _pool(MILLION / POOLS_MATTER / 2);
        skip(1 days);
        user.borrow(address(token), 100e18);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        token.issue(cleo, SHARES);
    }

    /// @dev Of the fewest shares that there can be a wei is in a pool.
    function test_RevertWhen_TooFewTakePart() external {
        PersonalToken smallest = _launch(ben, "BEN", MIN_SUPPLY, true);
        IUniswapV3Pool pool = _createPool(address(smallest));
        _realizeOver(smallest, ben, 10 ether, DURATION);
        smallest.exclude(address(pool));
        vm.startPrank(ben);
        smallest.transfer(address(pool), 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, MIN_SUPPLY - 1, MIN_SUPPLY));
        smallest.issue(cleo, SHARES);
    }

    function testFuzz_FinishesTheStream(uint256 amount, uint256 elapsed, uint256 shares) external {
        amount = bound(amount, 1, MAX_INCOME);
        elapsed = bound(elapsed, 0, DURATION - 1);
        shares = bound(shares, 1, type(uint96).max - MILLION);
        vm.deal(ada, amount);
        vm.prank(ada);
        token.transfer(ben, 250_000e18);
        _realizeOver(token, ada, amount, DURATION);
        skip(elapsed);

        uint256 accrued = amount * elapsed / DURATION;
        uint256 perShare = _perShare(accrued, MILLION) + _perShare(amount - accrued, MILLION);
        if (accrued != 0) _expectAccrued(token, _perShare(accrued, MILLION), amount - accrued, MILLION);
        _expectAccrued(token, perShare, 0, MILLION);
        vm.expectEmit(address(token));
        emit IERC20.Transfer(address(0), cleo, shares);
        vm.expectEmit(address(token));
        emit IPersonalToken.Issued(cleo, shares, MILLION + shares);
        _issue(cleo, shares);

        _assertStream(token, 0, block.timestamp, block.timestamp);
        assertEq(token.incomePerShare(), perShare, "all of it divided");
        assertEq(token.claimable(ada), _part(750_000e18, perShare), "three quarters");
        assertEq(token.claimable(ben), _part(250_000e18, perShare), "a quarter");
        assertEq(token.claimable(cleo), 0, "nothing for the new shares");
        assertEq(token.accounted(), amount, "held for the holders");
    }

    function test_FinishesTheStream_OnlyOnce() external {
        _realizeOver(token, ada, 10 ether, DURATION);
        skip(1 days);
        _issue(cleo, SHARES);
        uint256 perShare = token.incomePerShare();
        skip(DURATION);
        vm.recordLogs();
        _issue(cleo, SHARES);
        assertEq(_countOf(address(token), IEquityToken.Accrued.selector), 0, "nothing more accrues");
        assertEq(token.incomePerShare(), perShare, "nothing more was divided");
        assertEq(token.claimable(cleo), 0, "nothing for the new shares");
    }

    function test_AfterTheEnd() external {
        _realizeOver(token, ada, 10 ether, DURATION);
        skip(2 * DURATION);
        _expectAccrued(token, _perShare(10 ether, MILLION), 0, MILLION);
        _issue(cleo, SHARES);
        assertEq(token.claimable(cleo), 0, "nothing for the new shares");
        assertEq(token.stream().left, 0, "nothing left");
    }

    function test_StreamsAnew() external {
        _realizeOver(token, ada, 10 ether, DURATION);
        skip(1 days);
        _issue(cleo, MILLION);
        uint256 perShare = token.incomePerShare();
        _expectStreamChanged(token, 4 ether, start + 1 days, start + 1 days + 10 days);
        _expectRealized(token, 1, ada, 4 ether, 10 days);
        _realizeOver(token, ada, 4 ether, 10 days);
        skip(5 days);
        assertEq(token.incomePerShare(), perShare + _perShare(2 ether, 2 * MILLION), "half, among all");
        assertApproxEqAbs(token.claimable(cleo), 1 ether, 1, "the new shares take part");
    }
}
