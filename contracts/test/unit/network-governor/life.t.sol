// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract ProposalLifeTest is GovernedTest {
    uint256 private constant FOUNDER_SHARES = 100_000e18;
    /// @dev 4 % of 200,000 shares.
    uint256 private constant QUORUM = 8_000e18;
    uint256 private constant EXECUTION_PERIOD = 14 days;
    bytes32 private constant DESCRIPTION_HASH = keccak256("Because.");

    bytes private call = abi.encodeCall(INetworkAdmission.setContractURI, ("ipfs://new"));
    uint256 private snapshot;
    uint256 private deadline;

    function setUp() public override {
        super.setUp();
        // Some small shareholders.
        vm.startPrank(ben);
        assertTrue(network.transfer(cleo, QUORUM), "sent");
        assertTrue(network.transfer(dora, QUORUM - 1), "sent");
        vm.stopPrank();
        skip(1);
    }

    function _begin() private returns (uint256 proposalId) {
        proposalId = _propose(ada, address(network), call);
        snapshot = block.timestamp + DELAY;
        deadline = snapshot + PERIOD;
    }

    /// @dev It can be voted on now.
    function _beginVote() private returns (uint256 proposalId) {
        proposalId = _begin();
        vm.warp(snapshot + 1);
    }

    function _cancel(address caller) private {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _actions(address(network), call);
        vm.prank(caller);
        governor.cancel(targets, values, calls, DESCRIPTION_HASH);
    }

    function _assertState(uint256 proposalId, IGovernor.ProposalState expected) private view {
        assertEq(uint8(governor.state(proposalId)), uint8(expected), "state");
    }

    function _expectUnexpectedState(
        uint256 proposalId,
        IGovernor.ProposalState current,
        IGovernor.ProposalState expected
    ) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                proposalId,
                current,
                bytes32(uint256(1) << uint8(expected))
            )
        );
    }

    function _assertNeverExecuted(uint256 proposalId, IGovernor.ProposalState current) private {
        _assertState(proposalId, current);
        _expectUnexpectedState(proposalId, current, IGovernor.ProposalState.Succeeded);
        _execute(address(network), call);
        assertEq(network.contractURI(), URI, "nothing happened");
    }

    function test_RevertWhen_ThereIsNoSuchProposal() external {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, 7));
        governor.state(7);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, 7));
        governor.castVote(7, FOR);
    }

    function test_HasProposed() external {
        assertFalse(governor.hasProposed(), "nothing was proposed");
        _begin();
        assertTrue(governor.hasProposed(), "as soon as something is proposed");
        _cancel(ada);
        assertTrue(governor.hasProposed(), "for good");
    }

    function testFuzz_Pending(uint256 time) external {
        uint256 proposalId = _begin();
        vm.warp(bound(time, block.timestamp, snapshot));
        _assertState(proposalId, IGovernor.ProposalState.Pending);
        vm.prank(ada);
        _expectUnexpectedState(proposalId, IGovernor.ProposalState.Pending, IGovernor.ProposalState.Active);
        governor.castVote(proposalId, FOR);
    }

    function test_Cancel_ByTheProposer() external {
        uint256 proposalId = _begin();
        vm.warp(snapshot);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCanceled(proposalId);
        _cancel(ada);
        _assertState(proposalId, IGovernor.ProposalState.Canceled);
        vm.warp(deadline + EXECUTION_PERIOD + 1);
        _assertState(proposalId, IGovernor.ProposalState.Canceled);
        vm.warp(snapshot + 1);
        vm.prank(ada);
        _expectUnexpectedState(proposalId, IGovernor.ProposalState.Canceled, IGovernor.ProposalState.Active);
        governor.castVote(proposalId, FOR);
        vm.warp(deadline + 1);
        _assertNeverExecuted(proposalId, IGovernor.ProposalState.Canceled);
    }

    function testFuzz_RevertWhen_AnybodyElseCancels(address caller) external {
        vm.assume(caller != ada);
        uint256 proposalId = _begin();
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, proposalId, caller));
        _cancel(caller);
    }

    function test_Active() external {
        uint256 proposalId = _beginVote();
        _assertState(proposalId, IGovernor.ProposalState.Active);
        uint8[3] memory choices = [FOR, AGAINST, ABSTAIN];
        address[3] memory voters = [ada, ben, cleo];
        for (uint256 i = 0; i < voters.length; ++i) {
            uint256 votes = network.balanceOf(voters[i]);
            vm.expectEmit(address(governor));
            emit IGovernor.VoteCast(voters[i], proposalId, choices[i], votes, "");
            vm.prank(voters[i]);
            assertEq(governor.castVote(proposalId, choices[i]), votes, "weight");
            assertTrue(governor.hasVoted(proposalId, voters[i]), "has voted");
        }
        _assertVotes(proposalId, FOUNDER_SHARES - 2 * QUORUM + 1, FOUNDER_SHARES, QUORUM);
        assertFalse(governor.hasVoted(proposalId, dora), "has not voted");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, ada));
        governor.castVote(proposalId, AGAINST);
        vm.warp(deadline);
        _assertState(proposalId, IGovernor.ProposalState.Active);
        vm.warp(deadline + 1);
        _assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }

    function _assertVotes(uint256 proposalId, uint256 against, uint256 inFavour, uint256 abstaining) private view {
        (uint256 a, uint256 b, uint256 c) = governor.proposalVotes(proposalId);
        assertEq(a, against, "against");
        assertEq(b, inFavour, "for");
        assertEq(c, abstaining, "abstaining");
    }

    function test_VotesAreAsAtTheSnapshot() external {
        uint256 proposalId = _beginVote();
        vm.prank(ada);
        assertTrue(network.transfer(address(this), FOUNDER_SHARES), "sold");
        governor.castVote(proposalId, AGAINST);
        _vote(ada, proposalId, FOR);
        _assertVotes(proposalId, 0, FOUNDER_SHARES, 0);
    }

    function test_RevertWhen_TheProposerCancelsAnActiveOne() external {
        uint256 proposalId = _beginVote();
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, proposalId, ada));
        _cancel(ada);
    }

    function test_RevertWhen_AnActiveOneIsExecuted() external {
        uint256 proposalId = _beginVote();
        _vote(ada, proposalId, FOR);
        _vote(ben, proposalId, FOR);
        vm.warp(deadline);
        _assertNeverExecuted(proposalId, IGovernor.ProposalState.Active);
    }

    function testFuzz_RevertWhen_TheVoteIsNone(uint8 support) external {
        support = uint8(bound(support, 3, type(uint8).max));
        uint256 proposalId = _beginVote();
        vm.prank(ada);
        vm.expectRevert(IGovernor.GovernorInvalidVoteType.selector);
        governor.castVote(proposalId, support);
    }

    function test_Defeated_ByTooFewVotes() external {
        uint256 proposalId = _beginVote();
        _vote(dora, proposalId, FOR);
        _vote(ben, proposalId, AGAINST);
        vm.warp(deadline + 1);
        _assertNeverExecuted(proposalId, IGovernor.ProposalState.Defeated);
    }

    function test_Succeeded_ByExactlyEnoughVotes() external {
        assertEq(governor.quorum(block.timestamp - 1), QUORUM, "quorum");
        uint256 proposalId = _beginVote();
        _vote(cleo, proposalId, FOR);
        vm.warp(deadline + 1);
        _assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }

    function test_Succeeded_WithWhoAbstains() external {
        vm.prank(ben);
        assertTrue(network.transfer(address(this), 1), "sent");
        uint256 proposalId = _beginVote();
        governor.castVote(proposalId, FOR);
        _vote(dora, proposalId, ABSTAIN);
        vm.warp(deadline + 1);
        _assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }

    function test_Defeated_ByAsManyVotesAgainst() external {
        uint256 proposalId = _beginVote();
        _vote(ada, proposalId, FOR);
        _vote(ben, proposalId, AGAINST);
        _vote(cleo, proposalId, AGAINST);
        _vote(dora, proposalId, AGAINST);
        _assertVotes(proposalId, FOUNDER_SHARES, FOUNDER_SHARES, 0);
        vm.warp(deadline + 1);
        _assertNeverExecuted(proposalId, IGovernor.ProposalState.Defeated);
    }

    function test_QuorumOfWhatCanVote() external {
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, FOUNDER_SHARES);
        _stake(other, 0, PersonalToken(payable(address(network))), ada, FOUNDER_SHARES, ada);
        uint256 proposalId = _propose(ben, address(network), call);
        skip(DELAY + 1);
        assertEq(governor.quorum(governor.proposalSnapshot(proposalId)), QUORUM / 2, "4 % of half the shares");
        _vote(dora, proposalId, FOR);
        skip(PERIOD);
        _assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }

    function test_Execute() external {
        uint256 proposalId = _beginVote();
        _vote(ada, proposalId, FOR);
        vm.warp(deadline + 1);
        vm.expectEmit(address(network));
        emit IEquityToken.ContractURISet("ipfs://new");
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalExecuted(proposalId);
        vm.prank(makeAddr("anybody"));
        _execute(address(network), call);
        _assertState(proposalId, IGovernor.ProposalState.Executed);
        assertEq(network.contractURI(), "ipfs://new", "done");
        _expectUnexpectedState(proposalId, IGovernor.ProposalState.Executed, IGovernor.ProposalState.Succeeded);
        _execute(address(network), call);
    }

    function test_RevertWhen_ItIsQueued() external {
        uint256 proposalId = _beginVote();
        _vote(ada, proposalId, FOR);
        vm.warp(deadline + 1);
        assertFalse(governor.proposalNeedsQueuing(proposalId), "needs none");
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _actions(address(network), call);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorProposalQueueingNotRequired.selector, proposalId));
        governor.queue(targets, values, calls, DESCRIPTION_HASH);
    }

    function test_RevertWhen_CoinIsSentAlong() external {
        uint256 proposalId = _beginVote();
        _vote(ada, proposalId, FOR);
        vm.warp(deadline + 1);
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _actions(address(network), call);
        vm.deal(address(this), 1);
        vm.expectRevert(abi.encodeWithSelector(INetworkGovernor.CoinNotAccepted.selector, 1));
        governor.execute{value: 1}(targets, values, calls, DESCRIPTION_HASH);
        _assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }

    /// @dev The first call would go through, the second one not yet.
    function test_RevertWhen_OneOfItsCallsFails() external {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) =
            (new address[](2), new uint256[](2), new bytes[](2));
        (targets[0], targets[1]) = (address(network), address(network));
        (calls[0], calls[1]) = (call, abi.encodeCall(INetworkAdmission.cancelTerms, (2)));
        vm.prank(ada);
        uint256 proposalId = governor.propose(targets, values, calls, "Because.");
        skip(DELAY + 1);
        _vote(ada, proposalId, FOR);
        skip(PERIOD);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, 2));
        governor.execute(targets, values, calls, DESCRIPTION_HASH);
        assertEq(network.contractURI(), URI, "nothing happened");
        _assertState(proposalId, IGovernor.ProposalState.Succeeded);

        _createTerms(_entryTerms(address(adaToken), cleo, 1e18));
        governor.execute(targets, values, calls, DESCRIPTION_HASH);
        _assertState(proposalId, IGovernor.ProposalState.Executed);
    }

    function testFuzz_Expired(uint256 time) external {
        uint256 proposalId = _beginVote();
        _vote(ada, proposalId, FOR);
        uint256 last = deadline + EXECUTION_PERIOD;
        vm.warp(last);
        _assertState(proposalId, IGovernor.ProposalState.Succeeded);
        vm.warp(bound(time, last + 1, last + 36_500 days));
        _assertNeverExecuted(proposalId, IGovernor.ProposalState.Expired);
    }

    function testFuzz_WhatIsOverStaysSo(uint256 time) external {
        uint256 executed = _beginVote();
        uint256 defeated = _propose(ada, address(network), abi.encodeCall(INetworkAdmission.cancelTerms, (2)));
        _vote(ada, executed, FOR);
        vm.warp(deadline + 1);
        _execute(address(network), call);
        vm.warp(bound(time, deadline + DELAY + 2, deadline + 36_500 days));
        _assertState(executed, IGovernor.ProposalState.Executed);
        _assertState(defeated, IGovernor.ProposalState.Defeated);
    }

    function test_SharesMoveBeforeTheSnapshot() external {
        uint256 proposalId = _begin();
        vm.warp(snapshot);
        vm.prank(ada);
        assertTrue(network.transfer(cleo, FOUNDER_SHARES), "sold in the last second");
        vm.warp(snapshot + 1);
        _vote(ada, proposalId, FOR);
        _vote(cleo, proposalId, AGAINST);
        _assertVotes(proposalId, FOUNDER_SHARES + QUORUM, 0, 0);
    }
}
