// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {
    GovernorPreventLateQuorumUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorPreventLateQuorumUpgradeable.sol";
import {
    GovernorSettingsUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorSettingsUpgradeable.sol";
import {
    GovernorVotesQuorumFractionUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorVotesQuorumFractionUpgradeable.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {Founder} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract ProposeTest is GovernedTest {
    string private constant DESCRIPTION = "Because.";
    uint256 private constant TAKE_BACK_PERIOD = 14 days;

    function _metadataCall() private pure returns (bytes memory) {
        return abi.encodeCall(INetworkAdmission.setContractURI, ("ipfs://new"));
    }

    /// @dev All that may be called: the first four at the network, the others at the governor.
    function _allowedCalls() private view returns (bytes[9] memory) {
        return [
            abi.encodeCall(INetworkAdmission.createTerms, (_entryTerms(address(adaToken), cleo, 1e18))),
            abi.encodeCall(INetworkAdmission.createExitTerms, (_exitTerms(address(adaToken), ada, 1e18))),
            abi.encodeCall(INetworkAdmission.cancelTerms, (7)),
            _metadataCall(),
            abi.encodeCall(GovernorSettingsUpgradeable.setVotingDelay, (2 days)),
            abi.encodeCall(GovernorSettingsUpgradeable.setVotingPeriod, (5 days)),
            abi.encodeCall(GovernorSettingsUpgradeable.setProposalThreshold, (2e18)),
            abi.encodeCall(GovernorVotesQuorumFractionUpgradeable.updateQuorumNumerator, (20)),
            abi.encodeCall(GovernorPreventLateQuorumUpgradeable.setLateQuorumVoteExtension, (2 days))
        ];
    }

    function _target(uint256 index) private view returns (address) {
        return index < 4 ? address(network) : address(governor);
    }

    function _expectNotAllowed(address target, uint256 value, bytes memory call) private {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _actions(target, call);
        values[0] = value;
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkGovernor.CallNotAllowed.selector, target, value, bytes4(call)));
        governor.propose(targets, values, calls, DESCRIPTION);
    }

    function _isAllowed(bytes4 selector) private view returns (bool) {
        bytes[9] memory calls = _allowedCalls();
        for (uint256 i = 0; i < calls.length; ++i) {
            if (bytes4(calls[i]) == selector) return true;
        }
        return false;
    }

    function _formTwo() private {
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, 10e18, ONE_TO_ONE);
        founders[1] = _founder(benToken, ben, 10e18, ONE_TO_ONE);
        network = _form(founders);
        governor = NetworkGovernor(payable(network.governor()));
        _stake(network, 0, adaToken, ada, 10e18, ada);
        skip(1);
    }

    function test_RevertWhen_TheFoundingIsOpen() external {
        _formTwo();
        vm.expectRevert(INetworkGovernor.FoundingIsOpen.selector);
        _propose(ada, address(network), _metadataCall());
        vm.warp(network.foundingEnds());
        vm.expectRevert(INetworkGovernor.FoundingIsOpen.selector);
        _propose(ada, address(network), _metadataCall());
    }

    function test_RevertWhen_TheFoundingFailedAtMost14DaysAgo() external {
        _formTwo();
        uint256 until = network.foundingEnds() + TAKE_BACK_PERIOD;
        assertEq(network.takeBackUntil(), until, "14 days");
        bytes memory reason = abi.encodeWithSelector(INetworkAdmission.TakeBackOpen.selector, until);
        vm.warp(network.foundingEnds() + 1);
        vm.expectRevert(reason);
        _propose(ada, address(network), _metadataCall());
        vm.warp(until);
        vm.expectRevert(reason);
        _propose(ada, address(network), _metadataCall());
        assertFalse(governor.hasProposed(), "nothing was proposed");
    }

    function test_Propose_MoreThan14DaysAfterTheFoundingFailed() external {
        _formTwo();
        vm.warp(network.foundingEnds() + TAKE_BACK_PERIOD + 1);
        assertFalse(governor.hasProposed(), "nothing was proposed before");
        uint256 proposalId = _propose(ada, address(network), _metadataCall());
        assertTrue(governor.hasProposed(), "proposed");
        skip(DELAY + 1);
        _vote(ada, proposalId, FOR);
        skip(PERIOD);
        _execute(address(network), _metadataCall());
        assertEq(network.contractURI(), "ipfs://new", "whole way");
    }

    function testFuzz_RevertWhen_TheTargetIsAnother(address target, uint256 index) external {
        vm.assume(target != address(network) && target != address(governor));
        bytes memory call = _allowedCalls()[bound(index, 0, 8)];
        _expectNotAllowed(target, 0, call);
        _expectNotAllowed(address(adaToken), 0, call);
        _expectNotAllowed(address(registry), 0, call);
    }

    function testFuzz_RevertWhen_TheNetworksCallIsAnother(bytes4 selector, bytes memory data) external {
        vm.assume(!_isAllowed(selector));
        _expectNotAllowed(address(network), 0, abi.encodePacked(selector, data));
        _expectNotAllowed(address(network), 0, abi.encodeCall(INetworkShares.mintStaked, (ada, 1e18, 0)));
        _expectNotAllowed(address(network), 0, abi.encodeCall(IERC20.transfer, (ada, 1e18)));
        _expectNotAllowed(address(network), 0, abi.encodeCall(IEquityToken.claimTo, (ada)));
        _expectNotAllowed(address(network), 0, abi.encodeCall(INetworkAdmission.unstake, (0, 1)));
    }

    function testFuzz_RevertWhen_TheGovernorsCallIsAnother(bytes4 selector, bytes memory data) external {
        vm.assume(!_isAllowed(selector));
        _expectNotAllowed(address(governor), 0, abi.encodePacked(selector, data));
        bytes memory relayed = abi.encodeCall(IERC20.transfer, (ada, 1e18));
        _expectNotAllowed(address(governor), 0, abi.encodeCall(governor.relay, (address(adaToken), 0, relayed)));
    }

    function test_RevertWhen_TheCallIsAtTheWrongOne() external {
        bytes[9] memory calls = _allowedCalls();
        for (uint256 i = 0; i < calls.length; ++i) {
            address wrong = _target(i) == address(network) ? address(governor) : address(network);
            _expectNotAllowed(wrong, 0, calls[i]);
        }
    }

    function testFuzz_RevertWhen_TheCallSendsCoin(uint256 value, uint256 index) external {
        value = bound(value, 1, type(uint256).max);
        index = bound(index, 0, 8);
        _expectNotAllowed(_target(index), value, _allowedCalls()[index]);
    }

    function test_RevertWhen_TheCallIsTooShort() external {
        bytes memory call = _metadataCall();
        for (uint256 length = 0; length < 4; ++length) {
            bytes memory short = new bytes(length);
            for (uint256 i = 0; i < length; ++i) {
                short[i] = call[i];
            }
            _expectNotAllowed(address(network), 0, short);
            _expectNotAllowed(address(governor), 0, short);
        }
    }

    function test_RevertWhen_TermsAreNotEncodedAsTerms() external {
        bytes4[2] memory selectors =
            [INetworkAdmission.createTerms.selector, INetworkAdmission.createExitTerms.selector];
        bytes memory terms = abi.encode(_entryTerms(address(adaToken), cleo, 1e18));
        for (uint256 i = 0; i < selectors.length; ++i) {
            bytes memory cut = abi.encodePacked(selectors[i], terms);
            assembly ("memory-safe") {
                mstore(cut, sub(mload(cut), 1))
            }
            bytes memory dirty = abi.encodePacked(selectors[i], terms);
            // No address has so many bits.
            dirty[4] = 0xff;
            bytes[3] memory calls = [abi.encodePacked(selectors[i]), cut, dirty];
            for (uint256 j = 0; j < calls.length; ++j) {
                vm.expectRevert(bytes(""));
                _propose(ada, address(network), calls[j]);
            }
        }
    }

    function test_RevertWhen_OneOfManyCallsIsNotAllowed() external {
        bytes[9] memory allowed = _allowedCalls();
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _lists(9, 9, 9);
        for (uint256 i = 0; i < allowed.length; ++i) {
            (targets[i], calls[i]) = (_target(i), allowed[i]);
        }
        for (uint256 i = 0; i < allowed.length; ++i) {
            targets[i] = address(adaToken);
            vm.prank(ada);
            vm.expectRevert(
                abi.encodeWithSelector(INetworkGovernor.CallNotAllowed.selector, address(adaToken), 0, bytes4(calls[i]))
            );
            governor.propose(targets, values, calls, DESCRIPTION);
            targets[i] = _target(i);
        }
    }

    function _lists(uint256 a, uint256 b, uint256 c)
        private
        pure
        returns (address[] memory targets, uint256[] memory values, bytes[] memory calls)
    {
        return (new address[](a), new uint256[](b), new bytes[](c));
    }

    function testFuzz_RevertWhen_TheLengthsDiffer(uint256 a, uint256 b, uint256 c) external {
        (a, b, c) = (bound(a, 0, 3), bound(b, 0, 3), bound(c, 0, 3));
        vm.assume(a != b || a != c || a == 0);
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _lists(a, b, c);
        for (uint256 i = 0; i < a; ++i) {
            targets[i] = address(network);
        }
        for (uint256 i = 0; i < c; ++i) {
            calls[i] = _metadataCall();
        }
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidProposalLength.selector, a, c, b));
        governor.propose(targets, values, calls, DESCRIPTION);
    }

    function test_RevertWhen_TheSameWasProposedBefore() external {
        uint256 proposalId = _propose(ada, address(network), _metadataCall());
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                proposalId,
                IGovernor.ProposalState.Pending,
                bytes32(0)
            )
        );
        _propose(ben, address(network), _metadataCall());
    }

    function test_RevertWhen_TheDescriptionNamesSomebodyElse() external {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) =
            _actions(address(network), _metadataCall());
        string memory description = string.concat("Mine. #proposer=", Strings.toHexString(ada));
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, ben));
        governor.propose(targets, values, calls, description);
        vm.prank(ada);
        governor.propose(targets, values, calls, description);
    }

    function test_Propose_EachAllowedCall() external {
        bytes[9] memory allowed = _allowedCalls();
        for (uint256 i = 0; i < allowed.length; ++i) {
            (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _actions(_target(i), allowed[i]);
            uint256 expected = governor.hashProposal(targets, values, calls, keccak256(bytes(DESCRIPTION)));
            uint256 start = block.timestamp + DELAY;
            vm.expectEmit(address(governor));
            emit IGovernor.ProposalCreated(
                expected, ada, targets, values, new string[](1), calls, start, start + PERIOD, DESCRIPTION
            );
            vm.prank(ada);
            assertEq(governor.propose(targets, values, calls, DESCRIPTION), expected, "number");
            assertEq(governor.proposalProposer(expected), ada, "proposer");
            assertEq(governor.proposalSnapshot(expected), start, "snapshot");
            assertEq(governor.proposalDeadline(expected), start + PERIOD, "deadline");
            assertEq(uint8(governor.state(expected)), uint8(IGovernor.ProposalState.Pending), "pending");
        }
    }

    function test_Propose_ManyCalls() external {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _lists(3, 3, 3);
        (targets[0], targets[1], targets[2]) = (address(network), address(network), address(governor));
        (calls[0], calls[1], calls[2]) = (_allowedCalls()[0], _metadataCall(), _allowedCalls()[4]);
        vm.prank(ada);
        uint256 proposalId = governor.propose(targets, values, calls, DESCRIPTION);
        skip(DELAY + 1);
        _vote(ada, proposalId, FOR);
        skip(PERIOD);
        governor.execute(targets, values, calls, keccak256(bytes(DESCRIPTION)));
        assertEq(network.termsCount(), 3, "terms");
        assertEq(network.contractURI(), "ipfs://new", "metadata");
        assertEq(governor.votingDelay(), 2 days, "delay");
    }
}
