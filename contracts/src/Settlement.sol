// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityRegistry} from "./interfaces/IEquityRegistry.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {Hop} from "./types/EquityTypes.sol";

/// @title Harvests along the ownership graph, then claims, in one transaction
contract Settlement is ISettlement {
    IEquityRegistry private immutable REGISTRY;

    /// @param registry_ The registry whose tokens this settles.
    constructor(address registry_) {
        REGISTRY = IEquityRegistry(registry_);
    }

    /// @inheritdoc ISettlement
    function registry() external view returns (address) {
        return address(REGISTRY);
    }

    /// @inheritdoc ISettlement
    function settle(Hop[] calldata hops, address[] calldata claims, address account, uint256 minPaid, uint256 deadline)
        external
        returns (uint256 paid)
    {
        if (block.timestamp > deadline) revert DeadlinePassed(deadline, block.timestamp);
        uint256 start = 0;
        while (start < hops.length) {
            uint256 end = start + 1;
            while (end < hops.length && hops[end].repeats == hops[start].repeats) ++end;
            _turn(hops, start, end);
            start = end;
        }
        for (uint256 i = 0; i < claims.length; ++i) {
            paid += _claim(hops.length + i, claims[i], account);
        }
        if (paid < minPaid) revert PaidTooLittle(paid, minPaid);
        emit Settled({account: account, caller: msg.sender, paid: paid});
    }

    /// @dev Turns the hops from `start` to before `end`, as often as they say or until a whole turn brings nothing.
    function _turn(Hop[] calldata hops, uint256 start, uint256 end) private {
        uint256 turns = hops[start].repeats;
        bool moved = true;
        for (uint256 turn = 0; turn < turns && moved; ++turn) {
            moved = false;
            for (uint256 i = start; i < end; ++i) {
                if (_harvest(i, hops[i].holder, hops[i].source)) moved = true;
            }
        }
    }

    /// @dev A plain call, so that whatever is at `holder` only makes this hop fail. Nothing is trusted to its answer.
    function _harvest(uint256 index, address holder, address source) private returns (bool) {
        (bool success, bytes memory answer) = holder.call(abi.encodeCall(IEquityToken.harvest, (source)));
        if (success && answer.length == 32) return true;
        emit HopFailed(index, success ? abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, holder) : answer);
        return false;
    }

    /// @dev What a registered token says that it paid can be counted.
    function _claim(uint256 index, address token, address account) private returns (uint256) {
        if (!REGISTRY.isEquityToken(token)) {
            emit HopFailed(index, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, token));
            return 0;
        }
        try IEquityToken(token).claim(account) returns (uint256 paid) {
            return paid;
        } catch (bytes memory reason) {
            emit HopFailed(index, reason);
            return 0;
        }
    }
}
