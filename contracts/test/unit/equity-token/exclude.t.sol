// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {HolderClass, TokenKind} from "../../../src/types/EquityTypes.sol";
import {LyingPool} from "../../mocks/LyingPool.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {Bomb, Mute, Yes} from "../../mocks/Receivers.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

contract ExcludeTest is PoolTest {
    uint256 private constant QUARTER_SHARES = 250_000e18;
    uint256 private constant MIN_SUPPLY = 1e15;

    PersonalToken private token;
    IUniswapV3Pool private pool;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        pool = _createPool(address(token));
    }

    // -------------------------------------------------------------------------------------------------- refusals

    function test_RevertWhen_AccountIsATreasury() external {
        INetworkToken network = _formWith(token, ada, QUARTER_SHARES);
        _stake(network, 0, token, ada, QUARTER_SHARES, ada);
        _expectNothing(address(network));
    }

    /// @dev It holds since before it was a token, or nothing.
    function test_RevertWhen_AccountIsAnEquityTokenThatIsNotMarked() external {
        _give(registry.predictToken(address(this), TokenKind.Network, 0), QUARTER_SHARES);
        INetworkToken network = _formWith(token, ada, QUARTER_SHARES);
        _expectNoPool(address(network));
        _expectNoPool(address(token));
    }

    function test_RevertWhen_AccountIsExcludedAlready() external {
        token.exclude(address(pool));
        _expectNothing(address(pool));
    }

    function test_RevertWhen_AccountIsAWallet() external {
        _give(ben, QUARTER_SHARES);
        _expectNoPool(ben);
        _expectNoPool(address(0));
    }

    function test_RevertWhen_AccountDoesNotAnswer() external {
        _expectNoPool(address(new Mute()));
        _expectNoPool(address(new Bomb({fails: true})));
        _expectNoPool(address(new Bomb({fails: false})));
        _expectNoPool(address(new Yes()));
    }

    function test_RevertWhen_PoolIsOfOtherTokens() external {
        PersonalToken benToken = _launch(ben, "BEN");
        _expectNoPool(address(_createPool(address(benToken))));
    }

    function test_RevertWhen_PoolIsOfAnotherFactory() external {
        address elsewhere =
            deployCode("node_modules/@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json");
        _expectNoPool(IUniswapV3Factory(elsewhere).createPool(address(token), address(quote), POOL_FEE));
    }

    function test_RevertWhen_AccountClaimsToBeAPool() external {
        _expectNoPool(address(new LyingPool(address(token), address(quote), POOL_FEE)));
        _expectNoPool(address(new LyingPool(address(token), address(quote), 500)));
        _expectNoPool(address(new LyingPool(address(token), address(token), POOL_FEE)));
    }

    function test_RevertWhen_ThereIsNoFactory() external {
        poolFactory = address(0);
        _deploy(address(0));
        PersonalToken alone = _launch(ada, "ADA");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotPoolOfToken.selector, address(pool)));
        alone.exclude(address(pool));
    }

    /// @dev Who bought the pool's shares a moment ago would get a part of what they had accrued in the pool.
    function test_RevertWhen_PoolJustSoldShares() external {
        PoolUser user = _provide(pool, address(token), ada, QUARTER_SHARES);
        _realize(token, ada, 4 ether);
        user.sell(address(quote), 1e18);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        token.exclude(address(pool));
        assertEq(uint8(token.classOf(address(pool))), uint8(HolderClass.Wallet), "as before");
    }

    function test_RevertWhen_PoolLendsSharesMeanwhile() external {
        PoolUser user = _provide(pool, address(token), ada, QUARTER_SHARES);
        _realize(token, ada, 4 ether);
        user.plan(address(token), abi.encodeCall(IEquityToken.exclude, (address(pool))));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        user.borrow(address(token), 100_000e18);
    }

    function test_RevertWhen_SharesJustLeftAnotherPool() external {
        PoolUser user = _provide(pool, address(token), ada, QUARTER_SHARES);
        token.exclude(address(pool));
        address other = IUniswapV3Factory(poolFactory).createPool(address(token), address(quote), 10_000);
        _give(other, QUARTER_SHARES);
        vm.prank(dora);
        token.distribute{value: 4 ether}(4 ether, "");

        user.sell(address(quote), 1e18);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(pool)));
        token.exclude(other);
    }

    // --------------------------------------------------------------------------------------------------- outcomes

    /// forge-config: default.isolate = true
    function test_Exclude_OnceTheSaleIsOver() external {
        PoolUser user = _provide(pool, address(token), ada, QUARTER_SHARES);
        _realize(token, ada, 4 ether);
        user.sell(address(quote), 1e18);
        token.exclude(address(pool));
        assertEq(uint8(token.classOf(address(pool))), uint8(HolderClass.Excluded), "excluded");
        assertEq(token.eligibleSupply(), MILLION - token.balanceOf(address(pool)), "takes no part");
    }

    function test_Exclude_WhatItHadAccruedGoesToTheOthers() external {
        _give(address(pool), QUARTER_SHARES);
        _give(ben, QUARTER_SHARES);
        _realize(token, ada, 4 ether);
        uint256 due = token.claimable(address(pool));
        assertEq(due, 1 ether - 1, "a quarter");
        uint256 perShare = token.incomePerShare() + (due << 128) / 750_000e18;

        vm.expectEmit(address(token));
        emit IEquityToken.HolderClassified(address(pool), HolderClass.Excluded);
        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(address(pool), address(token), due);
        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(perShare, 0, 750_000e18);
        vm.expectEmit(address(token));
        emit IEquityToken.Donated(address(pool), due, "");
        vm.prank(dora);
        token.exclude(address(pool));

        assertEq(uint8(token.classOf(address(pool))), uint8(HolderClass.Excluded), "excluded");
        assertEq(token.balanceOf(address(pool)), QUARTER_SHARES, "keeps its shares");
        assertEq(token.debtOf(address(pool)), 0, "has no debt");
        assertEq(token.claimable(address(pool)), 0, "is due nothing");
        assertEq(token.totalSupply(), MILLION, "supply");
        assertEq(token.eligibleSupply(), 750_000e18, "eligible supply");
        assertApproxEqAbs(token.claimable(ben), uint256(4 ether) / 3, 2, "a third of all");
        assertApproxEqAbs(token.claimable(ada), uint256(8 ether) / 3, 2, "two thirds of all");
        assertEq(token.accounted(), 4 ether, "all of it still held for the holders");
        assertEq(address(token).balance, 4 ether, "nothing left the token");
        assertEq(token.unaccounted(), 0, "nothing waits");
    }

    function test_Exclude_APoolThatHasAccruedNothing() external {
        _realize(token, ada, 4 ether);
        _give(address(pool), QUARTER_SHARES);
        uint256 adaBefore = token.claimable(ada);
        vm.recordLogs();
        token.exclude(address(pool));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 1, "one event");
        assertEq(logs[0].topics[0], IEquityToken.HolderClassified.selector, "of its class");
        assertEq(token.eligibleSupply(), 750_000e18, "eligible supply");
        assertEq(token.claimable(ada), adaBefore, "the others' stays as it was");
    }

    function test_Exclude_AnEmptyPool() external {
        token.exclude(address(pool));
        assertEq(token.eligibleSupply(), MILLION, "nothing is in it yet");
        _give(address(pool), QUARTER_SHARES);
        assertEq(token.eligibleSupply(), 750_000e18, "what comes in takes no part");
    }

    /// @dev Its shares left; what they had accrued there did not.
    function test_Exclude_AnEmptyPoolThatAccruedBefore() external {
        _give(address(pool), QUARTER_SHARES);
        _realize(token, ada, 4 ether);
        // As if it was long ago: nothing marks the pool as the sender when somebody else moves its shares.
        vm.prank(address(pool));
        token.approve(ada, QUARTER_SHARES);
        vm.prank(ada);
        token.transferFrom(address(pool), ben, QUARTER_SHARES);
        uint256 due = token.claimable(address(pool));
        assertApproxEqAbs(due, 1 ether, 2, "a quarter");
        token.exclude(address(pool));
        assertApproxEqAbs(token.claimable(ben), due / 4, 1, "goes to all");
        assertApproxEqAbs(token.claimable(ada), 3 ether + due * 3 / 4, 2, "goes to all");
    }

    function test_Exclude_WithTooFewOthersItWaits() external {
        _give(address(pool), MILLION - MIN_SUPPLY + 1);
        _realize(token, ada, 4 ether);
        uint256 due = token.claimable(address(pool));
        uint256 accountedBefore = token.accounted();

        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(address(pool), address(token), due);
        token.exclude(address(pool));
        assertEq(token.eligibleSupply(), MIN_SUPPLY - 1, "too few");
        assertEq(token.unaccounted(), due, "it waits");
        assertEq(accountedBefore - token.accounted(), due, "for nobody yet");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, MIN_SUPPLY - 1, MIN_SUPPLY));
        token.absorb();
    }

    /// forge-config: default.isolate = true
    function test_Exclude_WithTooFewOthersItIsAbsorbedLater() external {
        _give(address(pool), MILLION);
        _realize(token, ada, 4 ether);
        token.exclude(address(pool));
        assertEq(token.unaccounted(), 4 ether - 1, "it waits");
        vm.prank(address(pool));
        token.transfer(ben, QUARTER_SHARES);
        assertEq(token.absorb(), 4 ether - 1, "until somebody takes part");
        assertApproxEqAbs(token.claimable(ben), 4 ether, 2, "who gets all of it");
    }

    function test_Exclude_WhileAGainStreams() external {
        _give(address(pool), QUARTER_SHARES);
        vm.prank(ada);
        token.realize{value: 16 ether}(16 ether, 100 days, "");
        skip(25 days);
        uint256 due = token.claimable(address(pool));
        uint256 accrued = (uint256(4 ether) << 128) / MILLION;

        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(accrued, 12 ether, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.HolderClassified(address(pool), HolderClass.Excluded);
        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(address(pool), address(token), due);
        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(accrued + (due << 128) / 750_000e18, 12 ether, 750_000e18);
        token.exclude(address(pool));

        assertApproxEqAbs(token.claimable(ada), 4 ether, 3, "all that streamed until now");
        skip(75 days);
        assertApproxEqAbs(token.claimable(ada), 16 ether, 4, "and all that streams");
        assertEq(token.claimable(address(pool)), 0, "nothing for the pool");
    }

    /// @dev One pool of two equity tokens: each is on another side of it, and each is excluded for itself.
    function test_Exclude_OnEitherSideOfThePool() external {
        PersonalToken benToken = _launch(ben, "BEN");
        address both = IUniswapV3Factory(poolFactory).createPool(address(token), address(benToken), POOL_FEE);
        token.exclude(both);
        assertEq(uint8(token.classOf(both)), uint8(HolderClass.Excluded), "excluded at the one");
        assertEq(uint8(benToken.classOf(both)), uint8(HolderClass.Wallet), "and not at the other");
        benToken.exclude(both);
        assertEq(uint8(benToken.classOf(both)), uint8(HolderClass.Excluded), "until it is there too");
    }

    function testFuzz_Exclude_LosesNothing(uint256 pooled, uint256 held, uint256 income) external {
        pooled = bound(pooled, 1, MILLION - 2 * MIN_SUPPLY);
        held = bound(held, MIN_SUPPLY, MILLION - pooled - MIN_SUPPLY);
        income = bound(income, 1, 900 ether);
        _give(address(pool), pooled);
        _give(ben, held);
        _realize(token, ada, income);
        uint256 adaBefore = token.claimable(ada);
        uint256 benBefore = token.claimable(ben);
        uint256 due = token.claimable(address(pool));
        token.exclude(address(pool));
        uint256 raised = token.claimable(ada) + token.claimable(ben) - adaBefore - benBefore;
        assertLe(raised, due + 2, "no more than the pool had, but for what was rounded off before");
        assertGe(raised + 3, due, "nor less by more than dust");
        assertEq(token.accounted(), income, "nothing was paid out");
        assertEq(token.eligibleSupply(), MILLION - pooled, "eligible supply");
    }

    function _give(address to, uint256 shares) private {
        vm.prank(ada);
        token.transfer(to, shares);
    }

    function _expectNothing(address account) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToExclude.selector, account));
        token.exclude(account);
    }

    function _expectNoPool(address account) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotPoolOfToken.selector, account));
        token.exclude(account);
        assertEq(token.eligibleSupply(), MILLION, "everybody takes part");
    }
}
