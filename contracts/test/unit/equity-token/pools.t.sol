// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {HolderClass} from "../../../src/types/EquityTypes.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

/// @notice How shares that move into, out of and between excluded pools take part in income.
contract PoolsTest is PoolTest {
    uint256 private constant QUARTER_SHARES = 250_000e18;
    uint256 private constant MIN_SUPPLY = 1e15;

    PersonalToken private token;
    address private pool;
    address private other;

    /// @dev Two excluded pools without shares. Ben holds a quarter.
    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        pool = address(_createPool(address(token)));
        other = IUniswapV3Factory(poolFactory).createPool(address(token), address(quote), 10_000);
        token.exclude(pool);
        token.exclude(other);
        _move(ada, ben, QUARTER_SHARES);
    }

    function test_IntoAPool() external {
        _distribute(4 ether);
        _move(ben, pool, QUARTER_SHARES);
        assertEq(token.eligibleSupply(), 750_000e18, "eligible supply");
        assertEq(token.totalSupply(), MILLION, "supply");
        assertEq(token.claimable(ben), 1 ether - 1, "what was earned before stays the sender's");
        assertEq(token.debtOf(pool), 0, "a pool has no debt");

        _distribute(3 ether);
        assertEq(token.claimable(pool), 0, "a pool earns nothing");
        assertEq(token.claimable(ben), 1 ether - 1, "nor who sent it all");
        assertApproxEqAbs(token.claimable(ada), 6 ether, 2, "the others earn all");
    }

    /// forge-config: default.isolate = true
    function test_OutOfAPool() external {
        _move(ben, pool, QUARTER_SHARES);
        _distribute(3 ether);
        _move(pool, cleo, QUARTER_SHARES);
        assertEq(token.eligibleSupply(), MILLION, "eligible supply");
        assertEq(token.claimable(cleo), 0, "nothing from before");
        assertEq(token.claimable(pool), 0, "nothing for the pool");
        assertEq(token.debtOf(pool), 0, "a pool has no debt");

        _distribute(4 ether);
        assertApproxEqAbs(token.claimable(cleo), 1 ether, 1, "a quarter of what came since");
        assertApproxEqAbs(token.claimable(ada), 6 ether, 2, "all of it before, then three quarters");
    }

    /// forge-config: default.isolate = true
    function test_BetweenPools() external {
        _move(ben, pool, QUARTER_SHARES);
        _distribute(3 ether);
        _move(pool, other, 100_000e18);
        assertEq(token.balanceOf(pool), 150_000e18, "sender");
        assertEq(token.balanceOf(other), 100_000e18, "receiver");
        assertEq(token.eligibleSupply(), 750_000e18, "eligible supply");
        assertEq(token.debtOf(pool), 0, "no debt");
        assertEq(token.debtOf(other), 0, "no debt");
        _distribute(3 ether);
        assertEq(token.claimable(pool) + token.claimable(other), 0, "neither earns");
        assertApproxEqAbs(token.claimable(ada), 6 ether, 2, "the others earn all");
    }

    function test_FromAPoolToItself() external {
        _move(ben, pool, QUARTER_SHARES);
        _move(pool, pool, 100_000e18);
        assertEq(token.balanceOf(pool), QUARTER_SHARES, "balance");
        assertEq(token.eligibleSupply(), 750_000e18, "eligible supply");
        _distribute(3 ether);
        assertApproxEqAbs(token.claimable(ada), 3 ether, 1, "nothing left the pool");
    }

    function test_TransferFromIntoAPool() external {
        vm.prank(ben);
        token.approve(dora, QUARTER_SHARES);
        vm.prank(dora);
        token.transferFrom(ben, pool, QUARTER_SHARES);
        assertEq(token.eligibleSupply(), 750_000e18, "eligible supply");
    }

    function test_RevertWhen_NobodyIsLeftToTakePart() external {
        _move(ben, pool, QUARTER_SHARES);
        _move(ada, pool, 750_000e18 - MIN_SUPPLY + 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, MIN_SUPPLY - 1, MIN_SUPPLY));
        token.distribute{value: 1 ether}(1 ether, "");
        _move(ada, ben, 1);
        assertEq(token.balanceOf(ben), 1, "shares move on");
    }

    /// @dev Trade as it is: what the pool takes in and pays out is what the others lose and gain.
    function test_Trades_AreCounted() external {
        PoolUser user = _provide(IUniswapV3Pool(pool), address(token), ada, 100_000e18);
        _requireEligible();
        user.sell(address(token), 1_000e18);
        _requireEligible();
        user.sell(address(quote), 2_000e18);
        _requireEligible();
        user.borrow(address(token), 50_000e18);
        _requireEligible();
        assertEq(uint8(token.classOf(address(user))), uint8(HolderClass.Wallet), "who trades takes part");
        assertGt(token.balanceOf(pool), 0, "the pool holds some");
    }

    /// forge-config: default.isolate = true
    function testFuzz_Moves_KeepEveryCount(uint256 seed) external {
        address[5] memory accounts = [ada, ben, cleo, pool, other];
        for (uint256 i = 0; i < 12; ++i) {
            uint256 draw = uint256(keccak256(abi.encode(seed, i)));
            address from = accounts[draw % 5];
            uint256 amount = bound(draw >> 16, 0, token.balanceOf(from));
            _moveAndCompare(from, accounts[(draw >> 8) % 5], amount);
            if (token.eligibleSupply() >= MIN_SUPPLY) _distribute(1 + (draw >> 128) % 1 ether);
        }
        uint256 claimable = token.claimable(ada) + token.claimable(ben) + token.claimable(cleo);
        assertLe(claimable, token.accounted(), "solvent");
        // A wei a holding, two a transfer.
        assertLe(token.accounted() - claimable, 3 + 2 * 13, "all but dust is due to somebody");
    }

    function _moveAndCompare(address from, address to, uint256 amount) private {
        uint256 fromBefore = token.claimable(from);
        uint256 toBefore = token.claimable(to);
        _move(from, to, amount);
        assertLe(token.claimable(from), fromBefore, "sender gains nothing");
        assertGe(token.claimable(from) + 1, fromBefore, "sender loses a wei at most");
        assertLe(token.claimable(to), toBefore, "receiver gains nothing");
        assertGe(token.claimable(to) + 1, toBefore, "receiver loses a wei at most");
        _requireEligible();
    }

    function _requireEligible() private view {
        uint256 excluded = token.balanceOf(pool) + token.balanceOf(other);
        assertEq(token.eligibleSupply(), token.totalSupply() - excluded, "eligible supply");
    }

    function _move(address from, address to, uint256 amount) private {
        vm.prank(from);
        assertTrue(token.transfer(to, amount), "sent");
    }

    function _distribute(uint256 amount) private {
        vm.prank(dora);
        token.distribute{value: amount}(amount, "");
    }
}
