// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {ProposalHandler} from "./ProposalHandler.sol";

/// @notice What members decide, and what comes of it.
abstract contract GovernanceHandler is ProposalHandler {
    uint8 private constant AGAINST = 0;
    uint8 private constant FOR = 1;

    // -------------------------------------------------------------------------------------------------------- votes

    /// @dev Some vote on the latest proposal that is not over, mostly for it.
    function vote(uint256 seed) external {
        Proposal storage proposal = _open();
        if (proposal.id != 0) _vote(proposal, seed);
    }

    function execute(uint256 seed) external {
        Proposal storage proposal = _open();
        if (proposal.id != 0) _execute(proposal, seed);
    }

    /// @notice All the way from a proposal to terms that are open.
    function pass(uint256 seed, uint256 memberSeed, uint256 amount, bool exit) external {
        _pass(seed, memberSeed, amount, exit);
    }

    function _pass(uint256 seed, uint256 memberSeed, uint256 amount, bool exit) internal returns (bool) {
        if (!(exit ? _proposeExit(seed, amount) : _proposeEntry(seed, memberSeed, amount))) return false;
        Proposal storage proposal = _proposals[_proposals.length - 1];
        // Enough for everybody to vote for it.
        _vote(proposal, type(uint256).max);
        if (!_execute(proposal, 0)) return false;
        _moveTime(OPENING_DELAY);
        _done(exit ? "pass exit" : "pass entry");
        return true;
    }

    /// @dev The latest proposal that can still come to something.
    function _open() private view returns (Proposal storage) {
        for (uint256 i = _proposals.length; i > 1; --i) {
            Proposal storage proposal = _proposals[i - 1];
            if (!proposal.over) return proposal;
        }
        return _proposals[0];
    }

    function _vote(Proposal storage proposal, uint256 seed) private {
        NetworkGovernor governor = NetworkGovernor(payable(proposal.network.governor()));
        uint256 id = proposal.id;
        _moveTimeTo(governor.proposalSnapshot(id) + 1);
        if (governor.state(id) != IGovernor.ProposalState.Active) return;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address voter = _people[i];
            bool votes = (seed >> i) & 1 == 1 && !governor.hasVoted(id, voter);
            uint256 weight = proposal.network.getPastVotes(voter, governor.proposalSnapshot(id));
            if (!votes || weight == 0) continue;
            uint8 support = (seed >> (16 + 2 * i)) & 3 == 0 ? AGAINST : FOR;
            vm.prank(voter);
            assertEq(governor.castVote(id, support), weight, "a vote weighs what could vote then");
            _done(support == FOR ? "vote for" : "vote against");
        }
    }

    /// @return Whether it was executed, with effect.
    function _execute(Proposal storage proposal, uint256 seed) private returns (bool) {
        NetworkGovernor governor = NetworkGovernor(payable(proposal.network.governor()));
        if (seed % 4 != 3) _moveTimeTo(governor.proposalDeadline(proposal.id) + 1);
        IGovernor.ProposalState state = governor.state(proposal.id);
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) =
            _actions(proposal.target, proposal.call);
        bytes32 text = keccak256(bytes(proposal.description));
        bytes memory data = abi.encodeCall(IGovernor.execute, (targets, values, calls, text));
        bytes memory refusal = state == IGovernor.ProposalState.Succeeded
            ? _effectRefusal(proposal)
            : abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                proposal.id,
                state,
                bytes32(1 << uint8(IGovernor.ProposalState.Succeeded))
            );
        uint256 count = proposal.network.termsCount();
        proposal.over = state != IGovernor.ProposalState.Active && state != IGovernor.ProposalState.Pending;
        if (!_call(_wallet(seed), address(governor), 0, data, refusal)) {
            _done(state == IGovernor.ProposalState.Succeeded ? "execute refused" : "execute unvoted");
            return false;
        }
        assertTrue(governor.hasProposed(), "something was proposed");
        _requireEffect(proposal, count);
        return true;
    }

    // ------------------------------------------------------------------------------------------------------ effects

    /// @dev What could not be told when it was proposed.
    function _effectRefusal(Proposal storage proposal) private view returns (bytes memory) {
        bytes4 selector = bytes4(proposal.call);
        if (selector == INetworkAdmission.cancelTerms.selector) return _cancelRefusal(proposal);
        if (!_opensTerms(proposal.call)) return "";
        bool exit = selector == INetworkAdmission.createExitTerms.selector;
        INetworkToken network = proposal.network;
        uint256 takeBackEnds = network.foundingEnds() + TAKE_BACK_PERIOD;
        if (!network.founded() && block.timestamp <= takeBackEnds) {
            return abi.encodeWithSelector(INetworkAdmission.TakeBackOpen.selector, takeBackEnds);
        }
        Terms memory terms = _termsIn(proposal.call);
        uint256 opensAt = block.timestamp + OPENING_DELAY;
        bytes memory refusal = _expiryRefusal(terms, opensAt);
        if (exit || refusal.length != 0) return refusal;
        return _dilutionRefusal(network, terms.cap * terms.rate / 1e18, opensAt, true);
    }

    function _requireEffect(Proposal storage proposal, uint256 count) private {
        bytes4 selector = bytes4(proposal.call);
        bool entry = selector == INetworkAdmission.createTerms.selector;
        if (!_opensTerms(proposal.call)) return _done("execute other");
        Terms memory terms = _termsIn(proposal.call);
        terms.opensAt = uint64(block.timestamp + OPENING_DELAY);
        terms.maxMemberSupply = Math.min(terms.maxMemberSupply, MAX_SUPPLY);
        (Terms memory made, uint256 used) = proposal.network.termsOf(count);
        assertEq(abi.encode(made), abi.encode(terms), "terms are as voted for, and open in two days");
        assertEq(used, 0, "and unused");
        TermsKind kind = entry ? TermsKind.Entry : TermsKind.Exit;
        assertTrue(proposal.network.termsKindOf(count) == kind, "of the kind voted for");
        _done(entry ? "execute entry" : "execute exit");
        _useEarly(proposal.network, count, made, kind);
    }

    function _useEarly(INetworkToken network, uint256 termsId, Terms memory terms, TermsKind kind) private {
        address account = terms.account == address(0) ? _wallet(termsId) : terms.account;
        Use memory use = Use(network, termsId, terms, kind, 0, account, 1, kind == TermsKind.Entry);
        bytes memory data = use.asStake
            ? abi.encodeCall(INetworkAdmission.stake, (termsId, 1, account, type(uint256).max))
            : abi.encodeCall(INetworkAdmission.unstake, (termsId, 1));
        bytes memory refusal = _useRefusal(use);
        _call(account, address(network), 0, data, refusal);
        _done(string.concat("misuse: ", _nameOf(bytes4(refusal))));
    }

    // ----------------------------------------------------------------------------------------------------- ends

    /// @dev By the sponsor, the member's person, or a stranger.
    function cancelTerms(uint256 seed, uint256 bySeed) external {
        for (uint256 i = 0; i < _networks.length; ++i) {
            INetworkToken network = _network(seed % _networks.length + i);
            uint256 termsId = network.termsCount() - 1;
            if (network.termsKindOf(termsId) == TermsKind.Founding) continue;
            (Terms memory terms, uint256 used) = network.termsOf(termsId);
            // Rarely, so that most are used.
            if (used == 0 && seed / 64 % 2 == 0) return;
            address by = _canceller(terms, bySeed);
            bytes memory data = abi.encodeCall(INetworkAdmission.cancelTerms, (termsId));
            bytes memory refusal = _cancelRefusal(network, termsId, by);
            bool success = _call(by, address(network), 0, data, refusal);
            return _done(success ? "cancelTerms" : "cancelTerms refused");
        }
    }

    function _canceller(Terms memory terms, uint256 seed) private view returns (address) {
        if (seed % 4 == 0) return _wallet(seed / 4);
        if (seed % 4 == 1 && _isPersonal(terms.member)) return PersonalToken(payable(terms.member)).person();
        if (seed % 4 == 2 && _isPersonal(terms.account)) return PersonalToken(payable(terms.account)).person();
        if (seed % 4 == 2 && terms.account != address(0)) return terms.account;
        return terms.sponsor;
    }

    function _cancelRefusal(Proposal storage proposal) private view returns (bytes memory) {
        bytes memory data = proposal.call;
        uint256 termsId;
        assembly ("memory-safe") {
            termsId := mload(add(data, 0x24))
        }
        return _cancelRefusal(proposal.network, termsId, proposal.network.governor());
    }

    function _cancelRefusal(INetworkToken network, uint256 termsId, address by) private view returns (bytes memory) {
        (Terms memory terms, uint256 used) = network.termsOf(termsId);
        TermsKind kind = network.termsKindOf(termsId);
        if (kind == TermsKind.Founding) {
            return abi.encodeWithSelector(INetworkAdmission.WrongTermsKind.selector, termsId, kind);
        }
        // Who is taken in must be wanted by the person; who leaves is nobody's to hold.
        bool concerned = kind == TermsKind.Exit
            ? by == terms.account || _isPersonOf(terms.account, by)
            : _isPersonOf(terms.member, by);
        if (!concerned && by != network.governor() && by != terms.sponsor) {
            return abi.encodeWithSelector(INetworkAdmission.NotYoursToCancel.selector, termsId, by);
        }
        if (used != terms.cap && block.timestamp <= terms.expiry) return "";
        return abi.encodeWithSelector(INetworkAdmission.TermsOver.selector, termsId);
    }

    function _isPersonOf(address token, address by) private view returns (bool) {
        return _isPersonal(token) && PersonalToken(payable(token)).person() == by;
    }
}
