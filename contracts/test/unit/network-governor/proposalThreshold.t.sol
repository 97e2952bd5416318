// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Founder, GovernanceSettings} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract ProposalThresholdTest is GovernedTest {
    uint256 private constant SUPPLY = 200_000e18;
    /// @dev What the network of these tests is formed with.
    uint256 private constant SET = 1e18;

    function _send(address to, uint256 amount) private {
        vm.prank(ada);
        assertTrue(network.transfer(to, amount), "sent");
    }

    function _tryToPropose(address proposer) private returns (uint256) {
        return _propose(proposer, address(network), abi.encodeCall(INetworkAdmission.setContractURI, ("ipfs://new")));
    }

    function _expectTooFew(address proposer, uint256 votes, uint256 threshold) private {
        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, proposer, votes, threshold)
        );
    }

    /// @dev A network of the same founders whose threshold was set so high.
    function _formWithThreshold(uint256 threshold) private {
        GovernanceSettings memory settings = _settings();
        settings.proposalThreshold = threshold;
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(adaToken, ada, SUPPLY, ONE_TO_ONE);
        uint64 end = uint64(block.timestamp + 7 days);
        (address made, address itsGovernor) = registry.form("Uno", "UNO", URI, founders, end, settings);
        (network, governor) = (INetworkToken(made), NetworkGovernor(payable(itsGovernor)));
    }

    function testFuzz_WhatWasSet(uint256 threshold) external {
        threshold = bound(threshold, SET, SUPPLY * 2 / 100);
        _formWithThreshold(threshold);
        _stake(network, 0, adaToken, ada, SUPPLY, ada);
        skip(1);
        assertEq(governor.proposalThreshold(), threshold, "as set");
    }

    function testFuzz_AtMost2Percent(uint256 threshold) external {
        threshold = bound(threshold, SUPPLY * 2 / 100, type(uint96).max);
        _formWithThreshold(threshold);
        _stake(network, 0, adaToken, ada, SUPPLY, ada);
        assertEq(governor.proposalThreshold(), 1, "the shares are not a moment old");
        skip(1);
        assertEq(governor.proposalThreshold(), 4_000e18, "2 %");
    }

    function test_AtMost2PercentOfWhatCanVote() external {
        _formWithThreshold(type(uint96).max);
        _stake(network, 0, adaToken, ada, SUPPLY, ada);
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, SUPPLY / 2);
        _stake(other, 0, PersonalToken(payable(address(network))), ada, SUPPLY / 2, ada);
        skip(1);
        assertEq(governor.proposalThreshold(), 2_000e18, "2 % of what no network holds");
    }

    function test_RevertWhen_ThereAreNoShares() external {
        _formWithThreshold(SET);
        vm.warp(network.takeBackUntil() + 1);
        assertEq(governor.proposalThreshold(), 1, "one wei");
        _expectTooFew(ada, 0, 1);
        _tryToPropose(ada);
    }

    function test_Propose_WithExactlyAsManyVotes() external {
        _send(cleo, SET);
        skip(1);
        uint256 proposalId = _tryToPropose(cleo);
        assertEq(governor.proposalProposer(proposalId), cleo, "proposed");
    }

    function testFuzz_RevertWhen_TheProposerHasFewerVotes(uint256 votes) external {
        votes = bound(votes, 0, SET - 1);
        _send(cleo, votes);
        skip(1);
        _expectTooFew(cleo, votes, SET);
        _tryToPropose(cleo);
    }

    function test_RevertWhen_TheSharesJustCame() external {
        _send(cleo, SET);
        _expectTooFew(cleo, 0, SET);
        _tryToPropose(cleo);
    }

    function test_Propose_WithDelegatedVotes() external {
        vm.prank(ben);
        network.delegate(dora);
        skip(1);
        assertEq(network.balanceOf(dora), 0, "without shares");
        assertEq(governor.proposalProposer(_tryToPropose(dora)), dora, "proposed");
    }
}
