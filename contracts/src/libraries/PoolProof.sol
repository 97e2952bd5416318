// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3PoolImmutables} from "@uniswap/v3-core/contracts/interfaces/pool/IUniswapV3PoolImmutables.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";

/// @title Proves that an address is a Uniswap v3 pool with this token on one side
/// @dev Runs by delegatecall from tokens: it is seldom needed, and would be large in each of them.
library PoolProof {
    /// @notice Whether the factory made `pool`, with this token on one side of it. What the pool says of itself is only
    /// the key under which the factory is asked.
    /// @param factory Uniswap v3 factory; zero if there is none, and so no pool either.
    function isPool(address factory, address pool) external view returns (bool) {
        if (factory == address(0)) return false;
        address token0 = address(uint160(_ask(pool, IUniswapV3PoolImmutables.token0.selector)));
        address token1 = address(uint160(_ask(pool, IUniswapV3PoolImmutables.token1.selector)));
        if (token0 != address(this) && token1 != address(this)) return false;
        uint24 fee = uint24(_ask(pool, IUniswapV3PoolImmutables.fee.selector));
        return IUniswapV3Factory(factory).getPool(token0, token1, fee) == pool;
    }

    /// @dev One word of answer; zero from an address that gives none.
    function _ask(address pool, bytes4 selector) private view returns (uint256) {
        (bool success, bytes32 answer,) = LowLevelCall.staticcallReturn64Bytes(pool, abi.encodePacked(selector));
        return success && LowLevelCall.returnDataSize() >= 32 ? uint256(answer) : 0;
    }
}
