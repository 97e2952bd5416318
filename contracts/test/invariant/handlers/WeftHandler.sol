// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityRegistry} from "../../../src/EquityRegistry.sol";
import {Settlement} from "../../../src/Settlement.sol";
import {MoneyChecks} from "../checks/MoneyChecks.sol";
import {ShareChecks} from "../checks/ShareChecks.sol";
import {TermsChecks} from "../checks/TermsChecks.sol";
import {AttackHandler} from "./AttackHandler.sol";
import {ExitHandler} from "./ExitHandler.sol";
import {FormHandler} from "./FormHandler.sol";
import {GovernanceHandler} from "./GovernanceHandler.sol";
import {StakeHandler} from "./StakeHandler.sol";
import {StrangerHandler} from "./StrangerHandler.sol";
import {World} from "./World.sol";

/// @notice Everything that people do, time that passes, and what must hold after each of it.
contract WeftHandler is
    AttackHandler,
    FormHandler,
    StakeHandler,
    ExitHandler,
    GovernanceHandler,
    StrangerHandler,
    MoneyChecks,
    ShareChecks,
    TermsChecks
{
    constructor(EquityRegistry registry, Settlement settlement) World(registry, settlement) {}

    function checkEverything() external view {
        _checkSolvency();
        _checkConservation();
        _checkShares();
        _checkVotes();
        _checkTerms();
    }

    /// @dev Mostly hours, now and then weeks.
    function wait(uint256 time) external {
        _moveTime(time % 8 == 0 ? _bound(time, 1, 60 days) : _bound(time, 1, 12 hours));
        _done("wait");
    }
}
