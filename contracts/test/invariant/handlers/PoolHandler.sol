// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {PlainCurrency} from "../../mocks/Currencies.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {ShareHandler} from "./ShareHandler.sol";

/// @notice What people do at Uniswap v3 pools.
abstract contract PoolHandler is ShareHandler {
    uint256 private constant MAX_POOLS = 3;
    uint24 private constant POOL_FEE = 3000;
    uint160 private constant PRICE_OF_ONE = 2 ** 96;
    uint256 private constant LEAST_TRADE = 1e6;

    struct Market {
        EquityToken token;
        IUniswapV3Pool pool;
        /// @dev Who provides and trades there.
        PoolUser user;
    }

    PlainCurrency internal immutable QUOTE;
    Market[] internal _markets;

    constructor() {
        QUOTE = new PlainCurrency(18);
    }

    function provide(uint256 seed, uint256 fromSeed, uint256 shares) external {
        Market memory market = _markets.length < MAX_POOLS ? _openMarket(seed) : _market(seed);
        address from = _holderWithKey(market.token, fromSeed, 4 * MIN_SUPPLY);
        if (from == address(0) || !_isNearOne(market.pool)) return;
        uint256 owned = market.token.transferableBalanceOf(from);
        // At a price near one the pool takes about as many shares as there is liquidity, and at most twice as many.
        shares = _bound(shares, MIN_SUPPLY, Math.min(owned / 4, type(uint96).max / 8));
        if (!_transfer(market.token, from, address(market.user), 2 * shares, address(0))) return;
        QUOTE.mint(address(market.user), 2 * shares);
        uint256 balance = market.token.balanceOf(address(market.pool));
        uint256[] memory before = _dues(market.token);
        market.user.provide(uint128(shares));
        _noteTrade(market, balance, before);
        _done("provide");
    }

    /// @dev Of a token that has none and that anybody may hold, if there is such; else another one.
    function _openMarket(uint256 seed) private returns (Market memory market) {
        market.token = _token(seed);
        bool open = _isNetwork(address(market.token)) || PersonalToken(payable(address(market.token))).transfersOpen();
        for (uint256 i = 0; i < _markets.length; ++i) {
            if (_markets[i].token == market.token || !open) return _markets[i];
        }
        if (!open) market.token = EquityToken(payable(address(_networks[0])));
        IUniswapV3Factory factory = IUniswapV3Factory(REGISTRY.poolFactory());
        market.pool = IUniswapV3Pool(factory.createPool(address(market.token), address(QUOTE), POOL_FEE));
        market.pool.initialize(PRICE_OF_ONE);
        market.user = new PoolUser(market.pool);
        _isPool[address(market.pool)] = true;
        _acts[address(market.user)] = true;
        _markets.push(market);
    }

    function _market(uint256 seed) internal view returns (Market memory) {
        return _markets[seed % _markets.length];
    }

    function _isNearOne(IUniswapV3Pool pool) private view returns (bool) {
        (uint160 price,,,,,,) = pool.slot0();
        return price > PRICE_OF_ONE / 4 * 3 && price < PRICE_OF_ONE / 3 * 4;
    }

    function trade(uint256 seed, uint256 amount, bool buy) external {
        if (_markets.length == 0) return;
        Market memory market = _market(seed);
        if (buy) _buy(market, amount);
        else _sell(market, amount);
    }

    function _buy(Market memory market, uint256 amount) internal returns (bool) {
        uint256 most = QUOTE.balanceOf(address(market.pool)) / 8;
        if (most < LEAST_TRADE) return false;
        amount = _bound(amount, LEAST_TRADE, most);
        QUOTE.mint(address(market.user), amount);
        uint256 balance = market.token.balanceOf(address(market.pool));
        uint256[] memory before = _dues(market.token);
        market.user.sell(address(QUOTE), amount);
        _noteTrade(market, balance, before);
        _done("buy");
        return true;
    }

    function _sell(Market memory market, uint256 amount) private {
        uint256 owned = market.token.balanceOf(address(market.user));
        uint256 most = Math.min(owned, market.token.balanceOf(address(market.pool)) / 8);
        if (most < LEAST_TRADE) return;
        uint256 balance = market.token.balanceOf(address(market.pool));
        uint256[] memory before = _dues(market.token);
        market.user.sell(address(market.token), _bound(amount, LEAST_TRADE, most));
        _noteTrade(market, balance, before);
        _done("sell");
    }

    /// @dev How many shares moved is the pool's affair.
    function _noteTrade(Market memory market, uint256 balance, uint256[] memory before) private {
        (address pool, address user) = (address(market.pool), address(market.user));
        uint256 now_ = market.token.balanceOf(pool);
        if (now_ >= balance) _moved(market.token, user, pool, now_ - balance);
        else _moved(market.token, pool, user, balance - now_);
        _requireDuesKept(market.token, before);
    }

    /// @dev By anybody, of a pool or of what is none.
    function exclude(uint256 seed, uint256 bySeed) external {
        if (_markets.length == 0) return;
        Market memory market = _market(seed);
        // Rarely, so that pools also take part in income.
        if (seed / 64 % 3 == 0) return _excludeNoPool(market, seed);
        (address pool, EquityToken token) = (address(market.pool), market.token);
        bool again = _ghostExcluded[address(token)][pool];
        bytes memory refusal = again ? abi.encodeWithSelector(IEquityToken.NothingToExclude.selector, pool) : bytes("");
        uint256 due = token.claimable(pool);
        uint256 waiting = token.unaccounted();
        uint256[] memory before = _dues(token);
        bytes memory data = abi.encodeCall(IEquityToken.exclude, (pool));
        if (!_call(_wallet(bySeed), address(token), 0, data, refusal)) return _done("exclude refused");
        _ghostExcluded[address(token)][pool] = true;
        address[] storage accounts = _holders[address(token)];
        for (uint256 i = 0; i < accounts.length; ++i) {
            if (accounts[i] == pool) before[i] = 0;
        }
        if (_incomeRefusal(token).length == 0) _requireShared(token, before, due);
        else assertEq(token.unaccounted(), waiting + due, "with nobody to divide it among, it waits");
        _done("exclude");
    }

    function _excludeNoPool(Market memory market, uint256 seed) private {
        EquityToken token = _token(seed);
        address account = token == market.token ? _wallet(seed) : address(market.pool);
        bytes memory refusal = abi.encodeWithSelector(IEquityToken.NotPoolOfToken.selector, account);
        _call(_wallet(seed), address(token), 0, abi.encodeCall(IEquityToken.exclude, (account)), refusal);
        _done("exclude no pool");
    }
}
