// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityRegistry} from "../../../src/EquityRegistry.sol";
import {Settlement} from "../../../src/Settlement.sol";
import {IncomeHandler} from "./IncomeHandler.sol";
import {ShareHandler} from "./ShareHandler.sol";
import {World} from "./World.sol";

/// @notice Everything that people do, and time that passes.
contract WeftHandler is ShareHandler, IncomeHandler {
    constructor(EquityRegistry registry, Settlement settlement) World(registry, settlement) {}

    function wait(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 10 days));
    }
}
