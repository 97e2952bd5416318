// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Founder, GovernanceSettings} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract GovernorInitializeTest is GovernedTest {
    uint256 private constant MAX_SUPPLY = type(uint96).max;

    function _formWithSettings(GovernanceSettings memory settings) private returns (NetworkGovernor) {
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(adaToken, ada, 1e18, ONE_TO_ONE);
        (, address made) = registry.form("Duo", "DUO", URI, founders, uint64(block.timestamp + 7 days), settings);
        return NetworkGovernor(payable(made));
    }

    function _expectOutOfRange(
        GovernanceSettings memory settings,
        bytes32 setting,
        uint256 value,
        uint256 minimum,
        uint256 maximum
    ) private {
        vm.expectRevert(
            abi.encodeWithSelector(INetworkGovernor.SettingOutOfRange.selector, setting, value, minimum, maximum)
        );
        _formWithSettings(settings);
    }

    /// @dev Any value that is not within the bounds.
    function _outside(uint256 value, uint256 minimum, uint256 maximum, uint256 most) private pure returns (uint256) {
        value = bound(value, 0, most - (maximum - minimum) - 1);
        return value < minimum ? value : value + (maximum - minimum) + 1;
    }

    function test_RevertWhen_TheCallerIsNotTheRegistry() external {
        NetworkGovernor clone = NetworkGovernor(payable(Clones.clone(registry.governorImplementation())));
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(INetworkGovernor.OnlyRegistry.selector, ada));
        clone.initialize(address(network), _settings());
        vm.prank(address(registry));
        clone.initialize(address(network), _settings());
        assertEq(address(clone.token()), address(network), "made by the registry");
    }

    function test_RevertWhen_TheGovernorIsMadeAlready() external {
        address[2] memory callers = [address(registry), ada];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.prank(callers[i]);
            vm.expectRevert(Initializable.InvalidInitialization.selector);
            governor.initialize(address(network), _settings());
        }
    }

    function test_RevertWhen_ItIsTheImplementation() external {
        NetworkGovernor implementation = NetworkGovernor(payable(registry.governorImplementation()));
        vm.prank(address(registry));
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        implementation.initialize(address(network), _settings());
    }

    function testFuzz_RevertWhen_TheDelayIsOutOfRange(uint256 delay) external {
        GovernanceSettings memory settings = _settings();
        settings.votingDelay = uint48(_outside(delay, 1 days, 7 days, type(uint48).max));
        _expectOutOfRange(settings, "votingDelay", settings.votingDelay, 1 days, 7 days);
    }

    function testFuzz_RevertWhen_ThePeriodIsOutOfRange(uint256 period) external {
        GovernanceSettings memory settings = _settings();
        settings.votingPeriod = uint32(_outside(period, 3 days, 30 days, type(uint32).max));
        _expectOutOfRange(settings, "votingPeriod", settings.votingPeriod, 3 days, 30 days);
    }

    function testFuzz_RevertWhen_TheThresholdIsOutOfRange(uint256 threshold) external {
        GovernanceSettings memory settings = _settings();
        settings.proposalThreshold = _outside(threshold, 1e18, MAX_SUPPLY, type(uint256).max);
        _expectOutOfRange(settings, "proposalThreshold", settings.proposalThreshold, 1e18, MAX_SUPPLY);
    }

    function testFuzz_RevertWhen_TheQuorumIsOutOfRange(uint256 percent) external {
        GovernanceSettings memory settings = _settings();
        settings.quorumPercent = _outside(percent, 4, 50, type(uint256).max);
        _expectOutOfRange(settings, "quorumPercent", settings.quorumPercent, 4, 50);
    }

    function testFuzz_Initialize(GovernanceSettings memory settings) external {
        settings.votingDelay = uint48(bound(settings.votingDelay, 1 days, 7 days));
        settings.votingPeriod = uint32(bound(settings.votingPeriod, 3 days, 30 days));
        settings.proposalThreshold = bound(settings.proposalThreshold, 1e18, MAX_SUPPLY);
        settings.quorumPercent = bound(settings.quorumPercent, 4, 50);
        NetworkGovernor made = _formWithSettings(settings);
        assertEq(made.votingDelay(), settings.votingDelay, "delay");
        assertEq(made.votingPeriod(), settings.votingPeriod, "period");
        assertEq(made.quorumNumerator(), settings.quorumPercent, "quorum");
        assertEq(made.quorumDenominator(), 100, "in percent");
        assertEq(made.lateQuorumVoteExtension(), 1 days, "extension");
        assertEq(made.registry(), address(registry), "registry");
        assertEq(INetworkToken(address(made.token())).governor(), address(made), "token and governor name each other");
        assertFalse(made.hasProposed(), "nothing was proposed");
        _assertThreshold(made, settings.proposalThreshold);
    }

    /// @dev What was set shows once there are so many shares that it is at most 2 % of them.
    function _assertThreshold(NetworkGovernor made, uint256 threshold) private {
        vm.mockCall(
            address(made.token()),
            abi.encodeWithSelector(IVotes.getPastTotalSupply.selector),
            abi.encode(uint256(1) << 128)
        );
        assertEq(made.proposalThreshold(), threshold, "threshold");
    }
}
