// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";

/// @notice Owes a pool what it bought or borrowed, and tries to pay with what the pool itself can claim.
contract ClaimPayer {
    uint160 private constant MIN_SQRT_PRICE_X96 = 4295128740;
    uint160 private constant MAX_SQRT_PRICE_X96 = 1461446703485210103287273052203988822378723970341;

    IUniswapV3Pool private immutable POOL;
    IEquityToken private immutable TOKEN;

    constructor(IUniswapV3Pool pool, IEquityToken token) {
        (POOL, TOKEN) = (pool, token);
    }

    /// @notice Buys shares for exactly `amount` of what the pool trades them for.
    function buy(uint256 amount) external {
        bool zeroForOne = POOL.token1() == address(TOKEN);
        POOL.swap(address(this), zeroForOne, int256(amount), zeroForOne ? MIN_SQRT_PRICE_X96 : MAX_SQRT_PRICE_X96, "");
    }

    /// @notice Borrows `amount` of what the pool trades shares for, and gives back `back` by itself.
    function borrow(uint256 amount, uint256 back) external {
        bool second = POOL.token0() == address(TOKEN);
        POOL.flash(address(this), second ? 0 : amount, second ? amount : 0, abi.encode(back));
    }

    function uniswapV3SwapCallback(int256, int256, bytes calldata) external {
        TOKEN.claim(address(POOL));
    }

    function uniswapV3FlashCallback(uint256, uint256, bytes calldata data) external {
        TOKEN.claim(address(POOL));
        IERC20 other = IERC20(POOL.token0() == address(TOKEN) ? POOL.token1() : POOL.token0());
        require(other.transfer(address(POOL), abi.decode(data, (uint256))), "not paid");
    }
}
