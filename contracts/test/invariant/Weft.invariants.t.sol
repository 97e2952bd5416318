// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {WeftSetup} from "./WeftSetup.sol";

/// @notice What must always hold; in words in the README beside this.
contract WeftInvariants is WeftSetup {
    /// @dev One function, so that each call is made and judged once: forge makes a campaign of its own for each.
    function invariant_WhatMustAlwaysHold() external view {
        handler.checkEverything();
    }
}
