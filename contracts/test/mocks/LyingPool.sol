// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice Says of itself what a pool would.
contract LyingPool {
    address public immutable token0;
    address public immutable token1;
    uint256 public immutable fee;

    constructor(address tokenA, address tokenB, uint256 fee_) {
        (token0, token1) = tokenA < tokenB ? (tokenA, tokenB) : (tokenB, tokenA);
        fee = fee_;
    }
}
