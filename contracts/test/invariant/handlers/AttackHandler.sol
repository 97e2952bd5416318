// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {ISettlement} from "../../../src/interfaces/ISettlement.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Hop} from "../../../src/types/EquityTypes.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {IncomeHandler} from "./IncomeHandler.sol";
import {PoolHandler} from "./PoolHandler.sol";

/// @notice What robbers try with money that arrives, or with shares that they borrow.
abstract contract AttackHandler is PoolHandler, IncomeHandler {
    /// @dev Being paid, a receiver calls again.
    function reenter(uint256 seed, uint256 giftSeed, uint256 way) external {
        EquityToken token = _token(seed);
        address robber = address(_robber);
        if (token.claimable(robber) == 0 && !_feed(token, giftSeed)) return;
        uint256 due = token.claimable(robber);
        way = way % 6;
        (address target, bytes memory data, bytes memory failure) = _reentry(token, way);
        _robber.reenter(target, data);
        uint256 paid = token.claim(robber);
        _robber.reenter(address(0), "");
        assertEq(paid, due, "what was due was paid, once");
        assertEq(token.claimable(robber), 0, "and no more is due");
        _received(robber, due);
        assertTrue(_robber.called(), "the receiver did call");
        assertEq(_robber.succeeded(), failure.length == 0, "what is guarded was refused");
        if (failure.length != 0) assertEq(_robber.reason(), failure, "by the guard");
        if (way == 0 && failure.length == 0) _moved(token, robber, address(_refuser), 1);
        string[6] memory names = ["transfer", "claim", "claimTo", "absorb", "distribute", "settle"];
        _done(string.concat("reenter: ", names[way]));
    }

    /// @dev Gives the robber shares, and the shares income.
    function _feed(EquityToken token, uint256 seed) private returns (bool) {
        address from = _holderWithKey(token, seed, 1e15);
        if (from == address(0) || _incomeRefusal(token).length != 0) return false;
        if (!_transfer(token, from, address(_robber), 1e15, address(0))) return false;
        uint256 gift = _wallet(seed).balance / 16;
        vm.prank(_wallet(seed));
        token.distribute{value: gift}(gift, "bait");
        _paid(_wallet(seed), gift);
        return token.claimable(address(_robber)) != 0;
    }

    /// @dev Only the first way, moving shares, is open: what is paid is settled before.
    function _reentry(EquityToken token, uint256 way) private view returns (address, bytes memory, bytes memory) {
        bytes memory guarded = abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        address target = address(token);
        address robber = address(_robber);
        if (way == 0) return (target, abi.encodeCall(IERC20.transfer, (address(_refuser), 1)), _sendOne(token));
        if (way == 1) return (target, abi.encodeCall(IEquityToken.claim, (robber)), guarded);
        if (way == 2) return (target, abi.encodeCall(IEquityToken.claimTo, (robber)), guarded);
        if (way == 3) return (target, abi.encodeCall(IEquityToken.absorb, ()), guarded);
        if (way == 4) return (target, abi.encodeCall(IEquityToken.distribute, (0, "")), guarded);
        Hop[] memory hops = new Hop[](1);
        hops[0] = Hop({holder: target, source: target, repeats: 9});
        address[] memory claims = new address[](1);
        claims[0] = target;
        bytes memory settle = abi.encodeCall(ISettlement.settle, (hops, claims, robber, 1, block.timestamp));
        return (address(SETTLEMENT), settle, abi.encodeWithSelector(ISettlement.PaidTooLittle.selector, 0, 1));
    }

    function _sendOne(EquityToken token) private view returns (bytes memory) {
        return _transferRefusal(token, address(_robber), address(_refuser), 1);
    }

    // -------------------------------------------------------------------------------------------------------- pools

    /// @dev Shares are borrowed from a pool for the moment in which income would be divided, or the pool excluded.
    function flash(uint256 seed, uint256 amount, uint256 way) external {
        if (_markets.length == 0) return;
        Market memory market = _market(seed);
        uint256 most = market.token.balanceOf(address(market.pool)) / 2;
        if (most == 0) return;
        (address target, bytes memory data, string memory name) = _capture(market, way);
        if (target == address(0)) return;
        PoolUser thief = new PoolUser(market.pool);
        thief.plan(target, data);
        bytes memory refusal = abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, address(market.pool));
        bytes memory borrow = abi.encodeCall(PoolUser.borrow, (address(market.token), _bound(amount, 1, most)));
        _call(_wallet(seed), address(thief), 0, borrow, refusal);
        _done(string.concat("flash: ", name));
    }

    /// @dev Whatever would divide income among those who hold at the moment, and is open to all.
    function _capture(Market memory market, uint256 way)
        private
        returns (address target, bytes memory data, string memory name)
    {
        EquityToken token = market.token;
        target = address(token);
        bool excluded = _ghostExcluded[target][address(market.pool)];
        if (!excluded) return (target, abi.encodeCall(IEquityToken.exclude, (address(market.pool))), "exclude");
        if (_incomeRefusal(token).length != 0) return (address(0), "", "");
        if (way % 3 == 0) return (target, abi.encodeCall(IEquityToken.distribute, (0, "")), "distribute");
        for (uint256 i = 0; i < tokenCount() && way % 3 == 1; ++i) {
            EquityToken source = tokenAt(i);
            if (source.claimable(target) == 0) continue;
            return (target, abi.encodeCall(IEquityToken.harvest, (address(source))), "harvest");
        }
        _call(_wallet(way), target, 1, "", "");
        _paid(_wallet(way), 1);
        return (target, abi.encodeCall(IEquityToken.absorb, ()), "absorb");
    }

    /// @dev Shares are bought from a pool, and in the same transaction a gain is paid in.
    function buyAndPay(uint256 seed, uint256 amount) external {
        if (_markets.length == 0) return;
        Market memory market = _market(seed);
        address pool = address(market.pool);
        bool excluded = _ghostExcluded[address(market.token)][pool];
        uint256 shares = market.token.balanceOf(pool);
        if (!excluded || !_buy(market, amount) || market.token.balanceOf(pool) == shares) return;
        bytes memory refusal = abi.encodeWithSelector(IEquityToken.SharesJustLeftPool.selector, pool);
        bytes memory gift = abi.encodeCall(IEquityToken.distribute, (1 ether, "gift"));
        _call(_wallet(seed), address(market.token), 1 ether, gift, refusal);
        _done("buyAndPay");
        if (!_isPersonal(address(market.token))) return;
        // Over a day or more it may be paid in: who holds for a moment has next to nothing of it.
        PersonalToken token = PersonalToken(payable(address(market.token)));
        if (token.eligibleSupply() == token.totalSupply() || _incomeRefusal(token).length != 0) return;
        uint256 gain = _payable(token.person(), amount);
        bytes memory stream = abi.encodeCall(IPersonalToken.realize, (gain, 1 days, "gain"));
        _call(token.person(), address(token), gain, stream, "");
        _paid(token.person(), gain);
        _done("buyAndPay over time");
    }
}
