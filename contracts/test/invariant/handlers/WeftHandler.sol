// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityRegistry} from "../../../src/EquityRegistry.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
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
    /// @dev Draws of the most that can be, in an exit and elsewhere, and of somebody who lets networks in.
    uint256 private constant ALL_OUT = type(uint256).max - 2;
    uint256 private constant ALL = type(uint256).max - 1;
    uint256 private constant LET_IN = 4096;

    constructor(EquityRegistry registry, Settlement settlement) World(registry, settlement) {}

    function checkEverything() external view {
        _checkSolvency();
        _checkConservation();
        _checkShares();
        _checkVotes();
        _checkTerms();
    }

    /// @dev Entry terms that were measured by a supply of which much is burned before they are used.
    function shrink(uint256 seed, uint256 memberSeed, uint256 shares) external {
        INetworkToken network = _network(seed);
        uint256 termsId = network.termsCount();
        if (!_pass(seed, memberSeed, shares, false)) return;
        // All that can be taken, for the least that it costs.
        if (!_pass(seed, 0, ALL, true)) return;
        _exit(seed, ALL_OUT, false);
        _exit(seed, ALL_OUT, true);
        _stakeUnder(network, termsId, LET_IN, ALL);
        _done("shrink");
    }

    /// @dev One holder gathers a network's shares, and stakes them in another network, cheaply.
    function crowd(uint256 seed, uint256 memberSeed) external {
        // Rarely, so that shares stay with many.
        if (seed / 64 % 2 == 0) return;
        EquityToken member = EquityToken(payable(address(_network(memberSeed))));
        address gatherer = _wallet(seed);
        for (uint256 i = 0; i < PEOPLE; ++i) {
            uint256 owned = member.transferableBalanceOf(_people[i]);
            if (owned != 0 && _people[i] != gatherer) _transfer(member, _people[i], gatherer, owned, address(0));
        }
        seed = seed - seed % RATES + seed % 64;
        INetworkToken network = _network(seed);
        uint256 termsId = network.termsCount();
        uint256 networkSeed = NETWORK_DRAW * (memberSeed % _networks.length);
        if (!_pass(seed, networkSeed, network.totalSupply() / 16 * 15, false)) return;
        _stakeUnder(network, termsId, LET_IN, ALL);
        _done("crowd");
    }

    /// @dev Mostly hours, now and then weeks.
    function wait(uint256 time) external {
        _moveTime(time % 8 == 0 ? _bound(time, 1, 60 days) : _bound(time, 1, 12 hours));
        _done("wait");
    }
}
