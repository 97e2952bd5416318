// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityToken} from "../../../src/EquityToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Stream} from "../../../src/types/EquityTypes.sol";
import {World} from "./World.sol";

/// @notice What holders can claim: how actions may change it, and how time does.
abstract contract Dues is World {
    // ------------------------------------------------------------------------------------------------- what is due

    /// @dev What every holder can claim, in the order of the holders.
    function _dues(EquityToken token) internal view returns (uint256[] memory list) {
        return _duesAt(token, block.timestamp);
    }

    function _duesAt(EquityToken token, uint256 time) internal view returns (uint256[] memory list) {
        address[] storage accounts = _holders[address(token)];
        list = new uint256[](accounts.length);
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = token.claimableAt(accounts[i], time);
        }
    }

    /// @dev Moving shares raises nobody's claimable, and lowers it by a wei at most. Who held nothing before has nothing.
    function _requireDuesKept(EquityToken token, uint256[] memory before) internal view {
        address[] storage accounts = _holders[address(token)];
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint256 due = token.claimable(accounts[i]);
            uint256 was = i < before.length ? before[i] : 0;
            if (due > was) assertLe(due, was, "moving shares raises nobody's claimable");
            if (was - due > 1) assertLe(was - due, 1, "and lowers none by more than a wei");
        }
    }

    /// @dev Income is divided by shares, to the wei.
    function _requireShared(EquityToken token, uint256[] memory before, uint256 income) internal view {
        address[] storage accounts = _holders[address(token)];
        uint256 eligible = token.eligibleSupply();
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint256 due = token.claimable(accounts[i]);
            bool takesPart = !_ghostExcluded[address(token)][accounts[i]];
            uint256 part = takesPart ? income * _ghostShares[address(token)][accounts[i]] / eligible : 0;
            assertGe(due, before[i], "income takes nothing away");
            assertLe(due - before[i], part + 1, "nobody gets more than a part");
            // Who can claim nothing may be behind by what its moves were rounded.
            uint256 behind = before[i] == 0 ? _ghostDust[address(token)] : 0;
            assertGe(due - before[i] + 1 + behind, part, "nor less");
        }
    }

    /// @dev What has not accrued; while nobody takes part nothing does.
    function _streaming(EquityToken token) internal view returns (uint256) {
        Stream memory stream = token.stream();
        if (token.eligibleSupply() < MIN_SUPPLY || block.timestamp <= stream.lastAccrual) return stream.left;
        if (block.timestamp >= stream.end) return 0;
        uint256 passed = block.timestamp - stream.lastAccrual;
        return stream.left - stream.left * passed / (stream.end - stream.lastAccrual);
    }

    /// @dev When all has accrued if somebody takes part from now on.
    function _streamEnd(PersonalToken token) internal view returns (uint256) {
        Stream memory stream = token.stream();
        if (token.eligibleSupply() >= MIN_SUPPLY) return stream.end;
        return block.timestamp + stream.end - stream.lastAccrual;
    }

    // --------------------------------------------------------------------------------------------------------- time

    /// @dev What was true at a moment is what the contracts remember of it.
    function _moveTime(uint256 by) internal {
        if (by == 0) return;
        uint256 time = block.timestamp;
        EquityToken token = _token(time);
        uint256[] memory promised = _duesAt(token, time + by);
        vm.warp(time + by);
        for (uint256 i = 0; i < _networks.length; ++i) {
            uint256 votable = _ghostVotable(address(_networks[i]));
            assertEq(_networks[i].getPastTotalSupply(time), votable, "what could vote is remembered");
        }
        uint256[] memory dues = _dues(token);
        for (uint256 i = 0; i < dues.length; ++i) {
            assertEq(dues[i], promised[i], "what streams is due when it was said to be");
        }
    }

    function _moveTimeTo(uint256 time) internal {
        if (time > block.timestamp) _moveTime(time - block.timestamp);
    }
}
