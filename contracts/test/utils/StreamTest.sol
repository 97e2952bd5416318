// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {Stream} from "../../src/types/EquityTypes.sol";
import {WeftTest} from "./WeftTest.sol";

/// @notice Gains that a person pays in over time, and what their stream should be.
abstract contract StreamTest is WeftTest {
    uint256 internal constant MIN_SUPPLY = 1e15;
    uint256 internal constant MAX_INCOME = 2 ** 110 - 1;
    uint256 internal constant MAX_DURATION = 1461 days;
    uint256 internal constant MIN_DURATION_WITH_POOLS = 1 days;
    /// @dev Pools matter from more than one of so many shares on.
    uint256 internal constant POOLS_MATTER = 1000;
    string internal constant EVIDENCE = "https://example.org/invoice/2";

    function _realizeOver(PersonalToken token, address person, uint256 amount, uint256 duration)
        internal
        returns (uint256 realizationId)
    {
        vm.prank(person);
        return token.realize{value: amount}(amount, duration, EVIDENCE);
    }

    /// @dev What so much income adds to income per share.
    function _perShare(uint256 amount, uint256 eligible) internal pure returns (uint256) {
        return (amount << 128) / eligible;
    }

    /// @dev What a balance can ask for.
    function _part(uint256 balance, uint256 perShare) internal pure returns (uint256) {
        return (balance * perShare) >> 128;
    }

    function _expectAccrued(PersonalToken token, uint256 perShare, uint256 left, uint256 eligible) internal {
        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(perShare, left, eligible);
    }

    function _expectStreamChanged(PersonalToken token, uint256 left, uint256 lastAccrual, uint256 end) internal {
        vm.expectEmit(address(token));
        emit IPersonalToken.StreamChanged(left, lastAccrual, end);
    }

    function _expectRealized(PersonalToken token, uint256 id, address person, uint256 amount, uint256 duration)
        internal
    {
        vm.expectEmit(address(token));
        emit IPersonalToken.Realized(id, person, amount, duration, EVIDENCE);
    }

    function _assertStream(PersonalToken token, uint256 left, uint256 lastAccrual, uint256 end) internal view {
        Stream memory current = token.stream();
        assertEq(current.left, left, "streams still");
        assertEq(current.lastAccrual, lastAccrual, "last accrual");
        assertEq(current.end, end, "end of the stream");
    }

    /// @dev How many events of a kind a token emitted since logs are recorded, and forgets them all.
    function _countOf(address emitter, bytes32 topic) internal returns (uint256 count) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter == emitter && logs[i].topics[0] == topic) ++count;
        }
    }
}
