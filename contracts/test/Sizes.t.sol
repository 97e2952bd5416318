// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkShares} from "../src/interfaces/INetworkShares.sol";
import {LabelStore} from "../src/libraries/LabelStore.sol";
import {PoolProof} from "../src/libraries/PoolProof.sol";
import {WeftTest} from "./utils/WeftTest.sol";

/// @notice Every contract stays a tenth below what EIP-170 lets on the chain, so that a change never meets the limit.
contract SizesTest is WeftTest {
    uint256 private constant LIMIT = 24_576;
    uint256 private constant MOST = LIMIT * 9 / 10;

    function test_ContractsAreATenthBelowTheLimit() external view {
        address network = registry.networkTokenImplementation();
        _requireSmall(address(registry), "EquityRegistry");
        _requireSmall(registry.personalTokenImplementation(), "PersonalToken");
        _requireSmall(network, "NetworkToken");
        _requireSmall(INetworkShares(network).admission(), "NetworkAdmission");
        _requireSmall(registry.governorImplementation(), "NetworkGovernor");
        _requireSmall(address(settlement), "Settlement");
        _requireSmall(address(LabelStore), "LabelStore");
        _requireSmall(address(PoolProof), "PoolProof");
    }

    function _requireSmall(address at, string memory name) private view {
        assertGt(at.code.length, 0, string.concat(name, " is there"));
        assertLe(at.code.length, MOST, name);
    }
}
