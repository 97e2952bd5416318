// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {NetworkGovernor} from "../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {Founder, Terms} from "../../src/types/EquityTypes.sol";
import {WeftTest} from "./WeftTest.sol";

/// @notice A founded network whose founders can vote, and the way of a proposal.
abstract contract GovernedTest is WeftTest {
    uint256 internal constant DELAY = 1 days;
    uint256 internal constant PERIOD = 3 days;
    uint256 internal constant OPENING_DELAY = 2 days;
    uint8 internal constant AGAINST = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant ABSTAIN = 2;

    PersonalToken internal adaToken;
    PersonalToken internal benToken;
    INetworkToken internal network;
    NetworkGovernor internal governor;

    /// @dev Ada and Ben staked 200,000 shares each for 100,000 of the network's.
    function setUp() public virtual override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, 200_000e18, 0.5e18);
        founders[1] = _founder(benToken, ben, 200_000e18, 0.5e18);
        network = _form(founders);
        governor = NetworkGovernor(payable(network.governor()));
        _stake(network, 0, adaToken, ada, 200_000e18, ada);
        _stake(network, 1, benToken, ben, 200_000e18, ben);
        skip(1);
    }

    /// @dev Entry terms for whole, one for one, proposed by Ada, that can be used for ten days.
    function _entryTerms(address member, address account, uint256 cap) internal view returns (Terms memory terms) {
        terms.member = member;
        terms.account = account;
        terms.rate = ONE_TO_ONE;
        terms.cap = cap;
        terms.expiry = uint64(block.timestamp + DELAY + PERIOD + OPENING_DELAY + 10 days);
        terms.maxMemberSupply = type(uint256).max;
        terms.sponsor = ada;
    }

    /// @dev Exit terms that burn what was minted, proposed by Ada, that can be used for ten days.
    function _exitTerms(address member, address account, uint256 cap) internal view returns (Terms memory terms) {
        terms = _entryTerms(member, account, cap);
        terms.rate = 0;
    }

    function _propose(address proposer, address target, bytes memory call) internal returns (uint256 proposalId) {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _actions(target, call);
        vm.prank(proposer);
        return governor.propose(targets, values, calls, "Because.");
    }

    function _execute(address target, bytes memory call) internal {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _actions(target, call);
        governor.execute(targets, values, calls, keccak256("Because."));
    }

    /// @dev Ada proposes, Ada and Ben vote for it, and it is executed as soon as can be.
    function _pass(address target, bytes memory call) internal {
        uint256 proposalId = _propose(ada, target, call);
        skip(DELAY + 1);
        vm.prank(ada);
        governor.castVote(proposalId, FOR);
        vm.prank(ben);
        governor.castVote(proposalId, FOR);
        skip(PERIOD);
        _execute(target, call);
    }

    /// @dev Opens entry terms by vote and waits until they are open.
    function _admit(Terms memory terms) internal returns (uint256 termsId) {
        termsId = network.termsCount();
        _pass(address(network), abi.encodeCall(INetworkAdmission.createTerms, (terms)));
        skip(OPENING_DELAY);
    }

    /// @dev Opens exit terms by vote and waits until they are open.
    function _allowExit(Terms memory terms) internal returns (uint256 termsId) {
        termsId = network.termsCount();
        _pass(address(network), abi.encodeCall(INetworkAdmission.createExitTerms, (terms)));
        skip(OPENING_DELAY);
    }

    /// @dev Creates entry terms as the governor does when a vote has passed.
    function _createTerms(Terms memory terms) internal returns (uint256 termsId) {
        vm.prank(address(governor));
        return network.createTerms(terms);
    }

    /// @dev Creates exit terms as the governor does when a vote has passed.
    function _createExitTerms(Terms memory terms) internal returns (uint256 termsId) {
        vm.prank(address(governor));
        return network.createExitTerms(terms);
    }

    /// @dev As {_createTerms}, and waits until they are open.
    function _openTerms(Terms memory terms) internal returns (uint256 termsId) {
        termsId = _createTerms(terms);
        skip(OPENING_DELAY);
    }

    /// @dev As {_createExitTerms}, and waits until they are open.
    function _openExitTerms(Terms memory terms) internal returns (uint256 termsId) {
        termsId = _createExitTerms(terms);
        skip(OPENING_DELAY);
    }

    function _vote(address voter, uint256 proposalId, uint8 support) internal {
        vm.prank(voter);
        governor.castVote(proposalId, support);
    }

    function _actions(address target, bytes memory call)
        internal
        pure
        returns (address[] memory targets, uint256[] memory values, bytes[] memory calls)
    {
        targets = new address[](1);
        values = new uint256[](1);
        calls = new bytes[](1);
        (targets[0], calls[0]) = (target, call);
    }
}
