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
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract GovernorSettingsTest is GovernedTest {
    /// @dev 2 % of the 200,000 shares.
    uint256 private constant MAX_THRESHOLD = 4_000e18;

    function _outside(uint256 value, uint256 minimum, uint256 maximum, uint256 most) private pure returns (uint256) {
        value = bound(value, 0, most - (maximum - minimum) - 1);
        return value < minimum ? value : value + (maximum - minimum) + 1;
    }

    function _expectOutOfRange(bytes32 setting, uint256 value, uint256 minimum, uint256 maximum) private {
        vm.prank(address(governor));
        vm.expectRevert(
            abi.encodeWithSelector(INetworkGovernor.SettingOutOfRange.selector, setting, value, minimum, maximum)
        );
    }

    function _calls() private pure returns (bytes[5] memory) {
        return [
            abi.encodeCall(GovernorSettingsUpgradeable.setVotingDelay, (2 days)),
            abi.encodeCall(GovernorSettingsUpgradeable.setVotingPeriod, (5 days)),
            abi.encodeCall(GovernorSettingsUpgradeable.setProposalThreshold, (2e18)),
            abi.encodeCall(GovernorVotesQuorumFractionUpgradeable.updateQuorumNumerator, (20)),
            abi.encodeCall(GovernorPreventLateQuorumUpgradeable.setLateQuorumVoteExtension, (2 days))
        ];
    }

    function test_RevertWhen_TheCallerIsNotTheGovernor() external {
        bytes[5] memory calls = _calls();
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(ada);
            (bool success, bytes memory reason) = address(governor).call(calls[i]);
            assertFalse(success, "refused");
            assertEq(reason, abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, ada), "reason");
        }
    }

    function testFuzz_RevertWhen_TheDelayIsOutOfRange(uint256 value) external {
        value = _outside(value, 1 days, 7 days, type(uint48).max);
        _expectOutOfRange("votingDelay", value, 1 days, 7 days);
        governor.setVotingDelay(uint48(value));
    }

    function testFuzz_RevertWhen_ThePeriodIsOutOfRange(uint256 value) external {
        value = _outside(value, 3 days, 30 days, type(uint32).max);
        _expectOutOfRange("votingPeriod", value, 3 days, 30 days);
        governor.setVotingPeriod(uint32(value));
    }

    function testFuzz_RevertWhen_TheThresholdIsOutOfRange(uint256 value) external {
        value = _outside(value, 1e18, MAX_THRESHOLD, type(uint256).max);
        _expectOutOfRange("proposalThreshold", value, 1e18, MAX_THRESHOLD);
        governor.setProposalThreshold(value);
    }

    function testFuzz_RevertWhen_TheQuorumIsOutOfRange(uint256 value) external {
        value = _outside(value, 4, 50, type(uint256).max);
        _expectOutOfRange("quorumPercent", value, 4, 50);
        governor.updateQuorumNumerator(value);
    }

    function testFuzz_RevertWhen_TheExtensionIsOutOfRange(uint256 value) external {
        value = bound(value, 7 days + 1, type(uint48).max);
        _expectOutOfRange("lateQuorumVoteExtension", value, 0, 7 days);
        governor.setLateQuorumVoteExtension(uint48(value));
    }

    function testFuzz_RevertWhen_TheExtensionIsLongerThanThePeriod(uint256 value) external {
        value = bound(value, PERIOD + 1, 7 days);
        bytes4 selector = GovernorPreventLateQuorumUpgradeable.GovernorPreventLateQuorumVoteExtensionTooLarge.selector;
        vm.prank(address(governor));
        vm.expectRevert(abi.encodeWithSelector(selector, value, PERIOD));
        governor.setLateQuorumVoteExtension(uint48(value));
    }

    function test_ThresholdOfAFewShares() external {
        network = _formWith(adaToken, ada, 10e18);
        governor = NetworkGovernor(payable(network.governor()));
        _stake(network, 0, adaToken, ada, 10e18, ada);
        skip(1);
        _expectOutOfRange("proposalThreshold", 1e18 + 1, 1e18, 1e18);
        governor.setProposalThreshold(1e18 + 1);
        vm.prank(address(governor));
        governor.setProposalThreshold(1e18);
        assertEq(governor.proposalThreshold(), 0.2e18, "of which 2 % of the shares are enough");
    }

    function testFuzz_Set(uint256 delay, uint256 period, uint256 threshold, uint256 quorum, uint256 extension)
        external
    {
        delay = bound(delay, 1 days, 7 days);
        period = bound(period, 3 days, 30 days);
        threshold = bound(threshold, 1e18, MAX_THRESHOLD);
        quorum = bound(quorum, 4, 50);
        extension = bound(extension, 0, period < 7 days ? period : 7 days);
        vm.startPrank(address(governor));
        governor.setVotingDelay(uint48(delay));
        governor.setVotingPeriod(uint32(period));
        governor.setProposalThreshold(threshold);
        governor.updateQuorumNumerator(quorum);
        governor.setLateQuorumVoteExtension(uint48(extension));
        vm.stopPrank();
        assertEq(governor.votingDelay(), delay, "delay");
        assertEq(governor.votingPeriod(), period, "period");
        assertEq(governor.proposalThreshold(), threshold, "threshold");
        assertEq(governor.quorumNumerator(), quorum, "quorum");
        assertEq(governor.lateQuorumVoteExtension(), extension, "extension");
    }

    function test_Set_ByVote() external {
        bytes[5] memory calls = _calls();
        for (uint256 i = 0; i < calls.length; ++i) {
            uint256 proposalId = _propose(ada, address(governor), calls[i]);
            skip(governor.votingDelay() + 1);
            _vote(ada, proposalId, FOR);
            skip(governor.votingPeriod());
            _execute(address(governor), calls[i]);
        }
        assertEq(governor.votingDelay(), 2 days, "delay");
        assertEq(governor.votingPeriod(), 5 days, "period");
        assertEq(governor.proposalThreshold(), 2e18, "threshold");
        assertEq(governor.quorumNumerator(), 20, "quorum");
        assertEq(governor.lateQuorumVoteExtension(), 2 days, "extension");
        skip(1);
        assertEq(governor.quorum(block.timestamp - 1), 40_000e18, "a fifth of the shares");
    }

    function test_RevertWhen_TheValueIsOutOfRangeAtTheExecution() external {
        bytes memory call = abi.encodeCall(GovernorSettingsUpgradeable.setVotingPeriod, (3 days - 1));
        uint256 proposalId = _propose(ada, address(governor), call);
        skip(DELAY + 1);
        _vote(ada, proposalId, FOR);
        skip(PERIOD);
        vm.expectRevert(
            abi.encodeWithSelector(
                INetworkGovernor.SettingOutOfRange.selector, bytes32("votingPeriod"), 3 days - 1, 3 days, 30 days
            )
        );
        _execute(address(governor), call);
        assertEq(governor.votingPeriod(), PERIOD, "as before");
        assertEq(uint8(governor.state(proposalId)), uint8(IGovernor.ProposalState.Succeeded), "not executed");
    }
}
