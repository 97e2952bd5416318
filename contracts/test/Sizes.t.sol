// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {WeftTest} from "./utils/WeftTest.sol";

/// @notice Every contract stays a tenth below what EIP-170 lets on the chain, so that a change never meets the limit.
contract SizesTest is WeftTest {
    uint256 private constant LIMIT = 24_576;
    uint256 private constant MOST = LIMIT * 9 / 10;

    function test_ContractsAreATenthBelowTheLimit() external view {
        assertLe(registry.personalTokenImplementation().code.length, MOST, "PersonalToken");
        assertLe(registry.networkTokenImplementation().code.length, MOST, "NetworkToken");
        assertLe(address(registry).code.length, MOST, "EquityRegistry");
        assertLe(address(settlement).code.length, MOST, "Settlement");
    }
}
