// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {NetworkGovernor} from "../../src/NetworkGovernor.sol";
import {Founder, Terms} from "../../src/types/EquityTypes.sol";
import {GovernedTest} from "./GovernedTest.sol";

/// @notice What an attacker who can win a vote alone needs.
abstract contract AttackTest is GovernedTest {
    uint256 internal constant FOUNDING_PERIOD = 7 days;
    uint256 internal constant TAKE_BACK_PERIOD = 14 days;

    address internal mallory = makeAddr("mallory");

    /// @dev From now on the helpers act on this network.
    function _use(INetworkToken other) internal {
        network = other;
        governor = NetworkGovernor(payable(other.governor()));
    }

    /// @dev One proposes, votes alone, and executes as soon as can be.
    function _passAlone(address voter, address target, bytes memory call) internal {
        uint256 proposalId = _propose(voter, target, call);
        skip(DELAY + 1);
        vm.prank(voter);
        governor.castVote(proposalId, FOR);
        skip(PERIOD);
        _execute(target, call);
    }

    function _entryCall(Terms memory terms) internal pure returns (bytes memory) {
        return abi.encodeCall(INetworkAdmission.createTerms, (terms));
    }

    function _exitCall(Terms memory terms) internal pure returns (bytes memory) {
        return abi.encodeCall(INetworkAdmission.createExitTerms, (terms));
    }

    /// @dev Whether a call that an attacker would like to make goes through.
    function _try(address caller, address target, bytes memory call) internal returns (bool success) {
        vm.prank(caller);
        (success,) = target.call(call);
    }

    function _founders(Founder memory one, Founder memory two) internal pure returns (Founder[] memory founders) {
        founders = new Founder[](2);
        (founders[0], founders[1]) = (one, two);
    }
}
