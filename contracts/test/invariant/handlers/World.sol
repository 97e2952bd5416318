// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {EquityRegistry} from "../../../src/EquityRegistry.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Settlement} from "../../../src/Settlement.sol";

/// @notice Who and what there is: people, tokens, and counts that only the tests keep.
abstract contract World is Test {
    uint256 public constant PEOPLE = 5;
    uint256 public constant WEALTH = 1_000_000 ether;
    uint256 internal constant MAX_NETWORKS = 4;

    EquityRegistry public immutable REGISTRY;
    Settlement public immutable SETTLEMENT;

    address[] public people;
    PersonalToken[] public personalTokens;
    NetworkToken[] public networks;

    /// @notice Transfers and mints that changed balances, by token.
    mapping(address token => uint256) public ghostMoves;
    /// @notice Times that income per share moved, by token.
    mapping(address token => uint256) public ghostIncomes;
    /// @notice Gains that the person paid in, by token.
    mapping(address token => uint256) public ghostRealized;
    /// @notice Calls that did what they are for, by name.
    mapping(bytes32 action => uint256) public ghostCalls;

    constructor(EquityRegistry registry, Settlement settlement) {
        REGISTRY = registry;
        SETTLEMENT = settlement;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            people.push(makeAddr(string.concat("person ", vm.toString(i))));
            vm.deal(people[i], WEALTH);
        }
    }

    function tokenCount() public view returns (uint256) {
        return personalTokens.length + networks.length;
    }

    function tokenAt(uint256 index) public view returns (EquityToken) {
        uint256 personal = personalTokens.length;
        return index < personal ? EquityToken(personalTokens[index]) : EquityToken(networks[index - personal]);
    }

    /// @notice Everybody who can hold shares: people, tokens, and the networks that they might still form.
    function accountCount() public view returns (uint256) {
        return PEOPLE + tokenCount() + PEOPLE;
    }

    function accountAt(uint256 index) public view returns (address) {
        if (index < PEOPLE) return people[index];
        index -= PEOPLE;
        if (index < tokenCount()) return address(tokenAt(index));
        return _futureNetworkOf(people[index - tokenCount()]);
    }

    /// @notice All of them at once.
    function accounts() public view returns (address[] memory list) {
        list = new address[](accountCount());
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = accountAt(i);
        }
    }

    /// @notice All tokens at once, personal tokens first.
    function tokens() external view returns (EquityToken[] memory list) {
        list = new EquityToken[](tokenCount());
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = tokenAt(i);
        }
    }

    function _futureNetworkOf(address creator) internal view virtual returns (address);

    function _person(uint256 seed) internal view returns (address) {
        return people[seed % PEOPLE];
    }

    function _token(uint256 seed) internal view returns (EquityToken) {
        return tokenAt(seed % tokenCount());
    }

    /// @dev What everybody can claim from a token.
    function _claimables(EquityToken token) internal view returns (uint256[] memory list) {
        list = new uint256[](accountCount());
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = token.claimable(accountAt(i));
        }
    }

    /// @dev Moving shares raises nobody's claimable, and lowers it by a wei at most.
    function _requireClaimablesKept(EquityToken token, uint256[] memory before) internal view {
        for (uint256 i = 0; i < before.length; ++i) {
            uint256 now_ = token.claimable(accountAt(i));
            assertLe(now_, before[i], "moving shares raises nobody's claimable");
            assertLe(before[i] - now_, 1, "and lowers none by more than a wei");
        }
    }
}
