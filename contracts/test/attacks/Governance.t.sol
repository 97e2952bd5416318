// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {NetworkGovernor} from "../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../src/interfaces/INetworkGovernor.sol";
import {INetworkShares} from "../../src/interfaces/INetworkShares.sol";
import {Terms} from "../../src/types/EquityTypes.sol";
import {AttackTest} from "../utils/AttackTest.sol";

/// @notice Attacks by proposal: calls that no vote may make, votes that should not count, and what a majority may not do.
contract GovernanceAttacksTest is AttackTest {
    uint256 private constant SUPPLY = 200_000e18;
    uint256 private constant MAX = type(uint256).max;
    uint256 private constant EXECUTION_PERIOD = 14 days;

    PersonalToken private puppet;

    function setUp() public override {
        super.setUp();
        puppet = _launch(mallory, "PUPPET");
        vm.prank(mallory);
        puppet.approve(address(network), MAX);
    }

    function _puppetTerms(uint256 cap) private view returns (Terms memory terms) {
        return _entryTerms(address(puppet), mallory, cap);
    }

    function _vote(address voter, uint256 proposalId) private {
        vm.prank(voter);
        governor.castVote(proposalId, FOR);
    }

    function _expectNotAllowed(address target, uint256 value, bytes4 selector) private {
        vm.expectRevert(abi.encodeWithSelector(INetworkGovernor.CallNotAllowed.selector, target, value, selector));
    }

    // ------------------------------------------------------------------------------------------- what may be proposed

    /// @dev A majority moves the treasury, the money or a holder's shares.
    function test_Attack_ProposeToTakeTheTreasury() external {
        bytes[5] memory calls = [
            abi.encodeCall(IERC20.transfer, (mallory, 1)),
            abi.encodeCall(IERC20.approve, (mallory, MAX)),
            abi.encodeCall(INetworkShares.mintStaked, (mallory, 1e18, 0)),
            abi.encodeCall(INetworkShares.burnUnstaked, (ben, 1e18, address(adaToken))),
            abi.encodeCall(INetworkAdmission.unstake, (0, 1))
        ];
        address[3] memory targets = [address(network), address(adaToken), mallory];
        for (uint256 i = 0; i < calls.length; ++i) {
            for (uint256 j = 0; j < targets.length; ++j) {
                _expectNotAllowed(targets[j], 0, bytes4(calls[i]));
                _propose(ada, targets[j], calls[i]);
            }
        }
    }

    /// @dev To have the governor itself do something: relay a call, send value, or hide a call among allowed ones.
    function test_Attack_ProposeThroughTheGovernor() external {
        bytes memory relayed = abi.encodeCall(governor.relay, (address(network), 0, ""));
        _expectNotAllowed(address(governor), 0, governor.relay.selector);
        _propose(ada, address(governor), relayed);
        _expectNotAllowed(address(network), 0, bytes4(0));
        vm.prank(address(governor));
        governor.relay(address(network), 0, "");

        address[] memory targets = new address[](2);
        uint256[] memory values = new uint256[](2);
        bytes[] memory calls = new bytes[](2);
        (targets[0], targets[1]) = (address(network), address(network));
        calls[0] = abi.encodeCall(INetworkAdmission.setContractURI, (URI));
        calls[1] = abi.encodeCall(IERC20.transfer, (mallory, 1));
        _expectNotAllowed(address(network), 0, IERC20.transfer.selector);
        vm.prank(ada);
        governor.propose(targets, values, calls, "Because.");

        (calls[1], values[1]) = (calls[0], 1);
        _expectNotAllowed(address(network), 1, INetworkAdmission.setContractURI.selector);
        vm.prank(ada);
        governor.propose(targets, values, calls, "Because.");
    }

    /// @dev To hide a call behind lists of different lengths, which are checked as far as the shortest goes.
    function test_Attack_ProposeListsOfDifferentLengths() external {
        address[] memory targets = new address[](2);
        bytes[] memory calls = new bytes[](1);
        (targets[0], targets[1]) = (address(network), address(adaToken));
        calls[0] = abi.encodeCall(INetworkAdmission.setContractURI, (URI));
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidProposalLength.selector, 2, 1, 1));
        vm.prank(ada);
        governor.propose(targets, new uint256[](1), calls, "Because.");
    }

    /// @dev To do by oneself what only a vote may do.
    function test_Attack_GovernWithoutAVote() external {
        Terms memory terms = _puppetTerms(1e18);
        bytes memory refusal = abi.encodeWithSelector(INetworkAdmission.OnlyGovernor.selector, ada);
        vm.startPrank(ada);
        vm.expectRevert(refusal);
        network.createTerms(terms);
        vm.expectRevert(refusal);
        network.createExitTerms(terms);
        vm.expectRevert(refusal);
        network.setContractURI(URI);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, ada));
        governor.setVotingPeriod(3 days);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, ada));
        governor.updateQuorumNumerator(4);
        vm.stopPrank();
    }

    /// @dev To name somebody respected as the sponsor, or nobody.
    function test_Attack_ForgedSponsor() external {
        Terms memory terms = _puppetTerms(1e18);
        address[3] memory forged = [ben, address(0), address(governor)];
        for (uint256 i = 0; i < forged.length; ++i) {
            terms.sponsor = forged[i];
            bytes memory refusal = abi.encodeWithSelector(INetworkGovernor.SponsorNotProposer.selector, forged[i], ada);
            vm.expectRevert(refusal);
            _propose(ada, address(network), _entryCall(terms));
            vm.expectRevert(refusal);
            _propose(ada, address(network), _exitCall(terms));
        }
    }

    /// @dev To hide another sponsor, or other terms, in calldata that two readers could read differently.
    function test_Attack_TermsInStrangeCalldata() external {
        Terms memory terms = _puppetTerms(1e18);
        terms.sponsor = ben;
        bytes memory hidden = abi.encode(terms);
        terms.sponsor = ada;
        bytes memory padded = bytes.concat(_entryCall(terms), hidden);
        uint256 id = network.termsCount();
        _passAlone(ada, address(network), padded);
        (Terms memory opened,) = network.termsOf(id);
        assertEq(opened.sponsor, ada, "what was checked is what was opened");
        assertEq(network.termsCount(), id + 1, "and no more");

        bytes memory dirty = _entryCall(terms);
        // Above the twenty bytes of the first field, an address.
        dirty[4] = 0x01;
        bytes memory short = _entryCall(terms);
        assembly ("memory-safe") {
            mstore(short, sub(mload(short), 1))
        }
        assertFalse(_tryPropose(dirty), "bits above an address");
        assertFalse(_tryPropose(short), "a byte less");
    }

    function _tryPropose(bytes memory call) private returns (bool) {
        address[] memory targets = new address[](1);
        bytes[] memory calls = new bytes[](1);
        (targets[0], calls[0]) = (address(network), call);
        return
            _try(
                ada,
                address(governor),
                abi.encodeCall(IGovernor.propose, (targets, new uint256[](1), calls, "Because."))
            );
    }

    // ----------------------------------------------------------------------------------------------------- dilution

    /// @dev A majority admits a puppet for as many shares as it likes.
    function test_Attack_DilutionByMajority() external {
        Terms memory terms = _puppetTerms(SUPPLY + 1);
        uint256 proposalId = _propose(ada, address(network), _entryCall(terms));
        skip(DELAY + 1);
        _vote(ada, proposalId);
        skip(PERIOD);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, SUPPLY + 1, SUPPLY));
        _execute(address(network), _entryCall(terms));
    }

    /// @dev The same in slices: terms beside each other, or one after the other.
    function test_Attack_DilutionBySlices() external {
        uint256 id = _admit(_puppetTerms(SUPPLY));
        Terms memory more = _puppetTerms(1);
        _proposeAndPass(more);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, SUPPLY + 1, SUPPLY));
        _execute(address(network), _entryCall(more));
        vm.prank(mallory);
        network.stake(id, SUPPLY, mallory, MAX);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, SUPPLY + 1, SUPPLY));
        _execute(address(network), _entryCall(more));

        (Terms memory first,) = network.termsOf(id);
        vm.warp(first.expiry + 30 days - DELAY - PERIOD - OPENING_DELAY - 1);
        more = _puppetTerms(1);
        _proposeAndPass(more);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, SUPPLY + 1, SUPPLY));
        _execute(address(network), _entryCall(more));
    }

    function _proposeAndPass(Terms memory terms) private {
        uint256 proposalId = _propose(ada, address(network), _entryCall(terms));
        skip(DELAY + 1);
        _vote(ada, proposalId);
        _vote(ben, proposalId);
        skip(PERIOD);
    }

    /// @dev A majority opens terms by all its shares, leaves, and lets a puppet dilute those who stay.
    function test_Attack_DilutionAfterTheMajorityLeft() external {
        vm.prank(ben);
        network.transfer(ada, 98_000e18);
        skip(1);
        Terms memory exit = _exitTerms(address(adaToken), ada, 200_000e18);
        exit.rate = 0.98e18;
        uint256 entryId = network.termsCount();
        bytes memory entryCall = _entryCall(_puppetTerms(SUPPLY));
        uint256 entry = _propose(ada, address(network), entryCall);
        uint256 out = _propose(ada, address(network), _exitCall(exit));
        skip(DELAY + 1);
        _vote(ada, entry);
        _vote(ada, out);
        skip(PERIOD);
        _execute(address(network), entryCall);
        _execute(address(network), _exitCall(exit));
        skip(OPENING_DELAY);

        vm.prank(ada);
        network.unstake(entryId + 1, 200_000e18);
        uint256 left = network.totalSupply();
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, left + 1, left));
        network.stake(entryId, left + 1, mallory, MAX);
        network.stake(entryId, left, mallory, MAX);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, left + 1, left));
        network.stake(entryId, 1, mallory, MAX);
        vm.stopPrank();
        assertEq(network.totalSupply(), 2 * left, "at most doubled");
    }

    /// @dev To have the terms used before who disagrees could sell.
    function test_Attack_NoTimeToSell() external {
        Terms memory terms = _puppetTerms(SUPPLY);
        terms.opensAt = 0;
        uint256 id = network.termsCount();
        _pass(address(network), _entryCall(terms));
        uint256 opensAt = block.timestamp + OPENING_DELAY;
        vm.warp(opensAt - 1);
        vm.prank(mallory);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsNotOpenYet.selector, id, opensAt));
        network.stake(id, SUPPLY, mallory, MAX);
    }

    // --------------------------------------------------------------------------------------------------- time bombs

    /// @dev To pass terms today that are opened in two years, among members who never voted on them.
    function test_Attack_TermsForLater() external {
        Terms memory terms = _puppetTerms(1e18);
        uint256 latest = block.timestamp + DELAY + PERIOD + 1 + OPENING_DELAY + 30 days;
        terms.expiry = uint64(latest + 1);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.TermsExpireTooLate.selector, latest + 1, latest));
        _propose(ada, address(network), _entryCall(terms));
    }

    /// @dev To keep what passed for a day when nobody expects it.
    function test_Attack_ExecuteMuchLater() external {
        bytes memory call = abi.encodeCall(governor.updateQuorumNumerator, (50));
        uint256 proposalId = _propose(ada, address(governor), call);
        skip(DELAY + 1);
        _vote(ada, proposalId);
        vm.warp(governor.proposalDeadline(proposalId) + EXECUTION_PERIOD + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                proposalId,
                IGovernor.ProposalState.Expired,
                bytes32(uint256(1 << uint8(IGovernor.ProposalState.Succeeded)))
            )
        );
        _execute(address(governor), call);
    }

    /// @dev To execute the same vote twice.
    function test_Attack_ExecuteTwice() external {
        bytes memory call = _entryCall(_puppetTerms(1e18));
        _pass(address(network), call);
        uint256 id = network.termsCount();
        assertFalse(_tryPropose(call), "nor can it be proposed again");
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        _execute(address(network), call);
        assertEq(network.termsCount(), id, "once");
    }

    // ------------------------------------------------------------------------------------------------------- quorum

    /// @dev To turn a vote in its last second, when nobody can answer any more.
    function test_Attack_QuorumInTheLastSecond() external {
        vm.prank(ada);
        network.transfer(ben, 60_000e18);
        vm.prank(ben);
        network.transfer(mallory, 30_000e18);
        skip(1);
        Terms memory terms = _puppetTerms(1e18);
        terms.sponsor = mallory;
        uint256 proposalId = _propose(mallory, address(network), _entryCall(terms));
        uint256 deadline = governor.proposalDeadline(proposalId);
        vm.warp(deadline);
        _vote(mallory, proposalId);
        assertEq(governor.proposalDeadline(proposalId), deadline + 1 days, "the vote stays open");
        vm.warp(deadline + 1 days);
        vm.prank(ada);
        governor.castVote(proposalId, AGAINST);
        vm.warp(deadline + 1 days + 1);
        assertEq(uint8(governor.state(proposalId)), uint8(IGovernor.ProposalState.Defeated), "answered");
    }

    /// @dev To burn money in the governor, or have it paid for something.
    function test_Attack_CoinToTheGovernor() external {
        vm.prank(mallory);
        (bool success,) = address(governor).call{value: 0}("");
        assertFalse(success, "not even nothing");
        vm.deal(mallory, 1 ether);
        vm.prank(mallory);
        (success,) = address(governor).call{value: 1 ether}("");
        assertFalse(success, "refused");
        bytes memory call = abi.encodeCall(INetworkAdmission.setContractURI, (URI));
        uint256 proposalId = _propose(ada, address(network), call);
        skip(DELAY + 1);
        _vote(ada, proposalId);
        skip(PERIOD);
        address[] memory targets = new address[](1);
        bytes[] memory calls = new bytes[](1);
        (targets[0], calls[0]) = (address(network), call);
        vm.prank(mallory);
        vm.expectRevert(abi.encodeWithSelector(INetworkGovernor.CoinNotAccepted.selector, 1 ether));
        governor.execute{value: 1 ether}(targets, new uint256[](1), calls, keccak256("Because."));
        assertEq(address(governor).balance, 0, "nothing is lost");
    }
}
