// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PlainCurrency} from "../mocks/Currencies.sol";
import {PoolUser} from "../mocks/PoolUser.sol";
import {WeftTest} from "./WeftTest.sol";

/// @notice The protocol beside a Uniswap v3 factory as it is deployed everywhere.
abstract contract PoolTest is WeftTest {
    uint24 internal constant POOL_FEE = 3000;
    uint160 internal constant PRICE_OF_ONE = 2 ** 96;
    string private constant FACTORY =
        "node_modules/@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json";

    /// @dev What shares are traded for.
    PlainCurrency internal quote;

    function setUp() public virtual override {
        poolFactory = deployCode(FACTORY);
        super.setUp();
        quote = new PlainCurrency(18);
    }

    /// @dev A pool of the token and the quote at a price of one; nothing is in it.
    function _createPool(address token) internal returns (IUniswapV3Pool pool) {
        pool = IUniswapV3Pool(IUniswapV3Factory(poolFactory).createPool(token, address(quote), POOL_FEE));
        pool.initialize(PRICE_OF_ONE);
    }

    /// @dev Puts about so many shares of `from`'s, and as much quote, into the pool, and leaves as much of both with the
    /// one who did it.
    function _provide(IUniswapV3Pool pool, address token, address from, uint256 shares)
        internal
        returns (PoolUser user)
    {
        user = new PoolUser(pool);
        quote.mint(address(user), 2 * shares);
        vm.prank(from);
        require(IERC20(token).transfer(address(user), 2 * shares), "not sent");
        user.provide(uint128(shares));
    }
}
