// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {IEquityRegistry} from "./interfaces/IEquityRegistry.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {Hop} from "./types/EquityTypes.sol";

/// @title Harvests along the ownership graph, then claims, in one transaction
contract Settlement is ISettlement {
    /// @dev No token gives a longer reason of its own: copying and logging it could take what gas is left.
    uint256 private constant MAX_REASON = 1024;

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

    /// @dev A call that copies no answer, so that whatever is at `holder` makes this hop fail at worst, and wastes the
    /// gas that a call may take. Nothing is trusted to its answer.
    function _harvest(uint256 index, address holder, address source) private returns (bool) {
        bool success = LowLevelCall.callNoReturn(holder, abi.encodeCall(IEquityToken.harvest, (source)));
        if (success && LowLevelCall.returnDataSize() == 32) return true;
        emit HopFailed(
            index, success ? abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, holder) : _reason()
        );
        return false;
    }

    /// @dev What a registered token says that it paid can be counted. Why the account refused it can be of any length.
    function _claim(uint256 index, address token, address account) private returns (uint256) {
        if (!REGISTRY.isEquityToken(token)) {
            emit HopFailed(index, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, token));
            return 0;
        }
        (bool success, bytes32 paid,) =
            LowLevelCall.callReturn64Bytes(token, abi.encodeCall(IEquityToken.claim, (account)));
        if (success) return uint256(paid);
        emit HopFailed(index, _reason());
        return 0;
    }

    /// @dev What the last call failed with; empty when it is too long.
    function _reason() private pure returns (bytes memory) {
        return LowLevelCall.returnDataSize() > MAX_REASON ? bytes("") : LowLevelCall.returnData();
    }
}
