// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

/// @notice Provides, trades and borrows at a Uniswap v3 pool, and pays from what it holds itself.
contract PoolUser {
    uint160 private constant MIN_SQRT_PRICE_X96 = 4295128740;
    uint160 private constant MAX_SQRT_PRICE_X96 = 1461446703485210103287273052203988822378723970341;
    int24 private constant WIDEST_TICK = 887220;

    IUniswapV3Pool public immutable POOL;

    bytes[] private _calls;
    address[] private _targets;

    constructor(IUniswapV3Pool pool) {
        POOL = pool;
    }

    /// @notice Adds liquidity over the whole range; about as many of each token at a price of one.
    function provide(uint128 liquidity) external {
        POOL.mint(address(this), -WIDEST_TICK, WIDEST_TICK, liquidity, "");
    }

    /// @notice Sells exactly `amount` of one token.
    function sell(address token, uint256 amount) external {
        bool zeroForOne = token == POOL.token0();
        uint160 limit = zeroForOne ? MIN_SQRT_PRICE_X96 : MAX_SQRT_PRICE_X96;
        POOL.swap(address(this), zeroForOne, int256(amount), limit, "");
    }

    /// @notice What to do while something is borrowed; the first call that fails makes all fail.
    function plan(address target, bytes calldata call) external {
        _targets.push(target);
        _calls.push(call);
    }

    /// @notice Borrows `amount` of `token`, does what is planned, and gives it back with the fee.
    function borrow(address token, uint256 amount) external {
        bool first = token == POOL.token0();
        POOL.flash(address(this), first ? amount : 0, first ? 0 : amount, abi.encode(amount));
    }

    /// @notice Sends what it holds.
    function send(IERC20 token, address to, uint256 amount) external {
        require(token.transfer(to, amount), "not sent");
    }

    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata) external {
        _pay(amount0, amount1);
    }

    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata) external {
        _pay(amount0 > 0 ? uint256(amount0) : 0, amount1 > 0 ? uint256(amount1) : 0);
    }

    function uniswapV3FlashCallback(uint256 fee0, uint256 fee1, bytes calldata data) external {
        for (uint256 i = 0; i < _calls.length; ++i) {
            (bool success, bytes memory reason) = _targets[i].call(_calls[i]);
            if (success) continue;
            assembly ("memory-safe") {
                revert(add(reason, 32), mload(reason))
            }
        }
        uint256 amount = abi.decode(data, (uint256));
        _pay(fee0 == 0 ? 0 : amount + fee0, fee1 == 0 ? 0 : amount + fee1);
    }

    receive() external payable {}

    function _pay(uint256 amount0, uint256 amount1) private {
        if (amount0 != 0) require(IERC20(POOL.token0()).transfer(address(POOL), amount0), "not paid");
        if (amount1 != 0) require(IERC20(POOL.token1()).transfer(address(POOL), amount1), "not paid");
    }
}
