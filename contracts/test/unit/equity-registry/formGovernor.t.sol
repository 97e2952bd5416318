// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {
    GovernorPreventLateQuorumUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorPreventLateQuorumUpgradeable.sol";
import {
    GovernorSettingsUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorSettingsUpgradeable.sol";
import {
    GovernorVotesQuorumFractionUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorVotesQuorumFractionUpgradeable.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Founder, GovernanceSettings, Terms, TermsKind, TokenKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract FormGovernorTest is WeftTest {
    uint256 private constant STAKE = 200_000e18;
    uint256 private constant MIN_DELAY = 1 days;
    uint256 private constant MAX_DELAY = 7 days;
    uint256 private constant MIN_PERIOD = 3 days;
    uint256 private constant MAX_PERIOD = 30 days;
    uint256 private constant MIN_THRESHOLD = 1e18;
    uint256 private constant MAX_THRESHOLD = type(uint96).max;
    uint256 private constant MIN_QUORUM = 4;
    uint256 private constant MAX_QUORUM = 50;

    PersonalToken private adaToken;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
    }

    function _formBy(GovernanceSettings memory settings) private returns (INetworkToken, NetworkGovernor) {
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(adaToken, ada, STAKE, ONE_TO_ONE);
        (address network, address governor) =
            registry.form("Trio", "TRIO", URI, founders, uint64(block.timestamp + 7 days), settings);
        return (INetworkToken(network), NetworkGovernor(payable(governor)));
    }

    function _expectOutOfRange(bytes32 setting, uint256 value, uint256 minimum, uint256 maximum) private {
        vm.expectRevert(
            abi.encodeWithSelector(INetworkGovernor.SettingOutOfRange.selector, setting, value, minimum, maximum)
        );
    }

    /// @dev A value outside the bounds, on either side.
    function _outside(uint256 seed, uint256 minimum, uint256 maximum, uint256 most) private pure returns (uint256) {
        return seed % 2 == 0 ? bound(seed, 0, minimum - 1) : bound(seed, maximum + 1, most);
    }

    function testFuzz_RevertWhen_VotingDelayIsOutOfRange(uint256 seed) external {
        GovernanceSettings memory settings = _settings();
        settings.votingDelay = uint48(_outside(seed, MIN_DELAY, MAX_DELAY, type(uint48).max));
        _expectOutOfRange("votingDelay", settings.votingDelay, MIN_DELAY, MAX_DELAY);
        _formBy(settings);
    }

    function testFuzz_RevertWhen_VotingPeriodIsOutOfRange(uint256 seed) external {
        GovernanceSettings memory settings = _settings();
        settings.votingPeriod = uint32(_outside(seed, MIN_PERIOD, MAX_PERIOD, type(uint32).max));
        _expectOutOfRange("votingPeriod", settings.votingPeriod, MIN_PERIOD, MAX_PERIOD);
        _formBy(settings);
    }

    function testFuzz_RevertWhen_ProposalThresholdIsOutOfRange(uint256 seed) external {
        GovernanceSettings memory settings = _settings();
        settings.proposalThreshold = _outside(seed, MIN_THRESHOLD, MAX_THRESHOLD, type(uint256).max);
        _expectOutOfRange("proposalThreshold", settings.proposalThreshold, MIN_THRESHOLD, MAX_THRESHOLD);
        _formBy(settings);
    }

    function testFuzz_RevertWhen_QuorumIsOutOfRange(uint256 seed) external {
        GovernanceSettings memory settings = _settings();
        settings.quorumPercent = _outside(seed, MIN_QUORUM, MAX_QUORUM, type(uint256).max);
        _expectOutOfRange("quorumPercent", settings.quorumPercent, MIN_QUORUM, MAX_QUORUM);
        _formBy(settings);
    }

    function test_Events() external {
        address network = registry.predictToken(address(this), TokenKind.Network, 0);
        Terms memory terms;
        (terms.member, terms.account, terms.rate, terms.cap) = (address(adaToken), ada, ONE_TO_ONE, STAKE);
        (terms.opensAt, terms.expiry) = (uint64(block.timestamp), uint64(block.timestamp + 7 days));
        terms.maxMemberSupply = type(uint96).max;

        vm.expectEmit(network);
        emit INetworkAdmission.TermsCreated(0, TermsKind.Founding, terms);
        // From the governor, whose address the creation answers with.
        vm.expectEmit();
        emit GovernorSettingsUpgradeable.VotingDelaySet(0, 2 days);
        vm.expectEmit();
        emit GovernorSettingsUpgradeable.VotingPeriodSet(0, 5 days);
        vm.expectEmit();
        emit GovernorSettingsUpgradeable.ProposalThresholdSet(0, 7e18);
        vm.expectEmit();
        emit GovernorVotesQuorumFractionUpgradeable.QuorumNumeratorUpdated(0, 20);
        vm.expectEmit();
        emit GovernorPreventLateQuorumUpgradeable.LateQuorumVoteExtensionSet(0, 1 days);
        _formBy(
            GovernanceSettings({votingDelay: 2 days, votingPeriod: 5 days, proposalThreshold: 7e18, quorumPercent: 20})
        );
    }

    function testFuzz_SettingsAreReadable(uint48 delay, uint32 period, uint256 threshold, uint256 quorum) external {
        delay = uint48(bound(delay, MIN_DELAY, MAX_DELAY));
        period = uint32(bound(period, MIN_PERIOD, MAX_PERIOD));
        threshold = bound(threshold, MIN_THRESHOLD, MAX_THRESHOLD);
        quorum = bound(quorum, MIN_QUORUM, MAX_QUORUM);
        (INetworkToken network, NetworkGovernor governor) = _formBy(
            GovernanceSettings({
                votingDelay: delay, votingPeriod: period, proposalThreshold: threshold, quorumPercent: quorum
            })
        );

        assertEq(network.governor(), address(governor), "the network's governor");
        assertEq(address(governor.token()), address(network), "votes with the network's shares");
        assertEq(governor.registry(), address(registry), "registry");
        assertEq(governor.name(), "Trio Governor", "name");
        assertEq(governor.votingDelay(), delay, "voting delay");
        assertEq(governor.votingPeriod(), period, "voting period");
        assertEq(governor.quorumNumerator(), quorum, "quorum");
        assertEq(governor.quorumDenominator(), 100, "in percent");
        assertEq(governor.lateQuorumVoteExtension(), 1 days, "extension by a late quorum");
        assertEq(governor.secondsPerDay(), 1 days, "days");
        assertFalse(governor.hasProposed(), "nothing executed");
    }

    function testFuzz_ThresholdIsOfTheSupply(uint256 threshold) external {
        threshold = bound(threshold, MIN_THRESHOLD, MAX_THRESHOLD);
        GovernanceSettings memory settings = _settings();
        settings.proposalThreshold = threshold;
        (INetworkToken network, NetworkGovernor governor) = _formBy(settings);
        assertEq(governor.proposalThreshold(), 1, "a wei while there are no shares");

        _stake(network, 0, adaToken, ada, STAKE, ada);
        skip(1);
        uint256 most = STAKE * 2 / 100;
        assertEq(governor.proposalThreshold(), threshold < most ? threshold : most, "as set, within 2 percent");
    }

    function test_RevertWhen_GovernorIsInitialisedAgain() external {
        (INetworkToken network, NetworkGovernor governor) = _formBy(_settings());
        vm.prank(address(registry));
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        governor.initialize(address(network), _settings());
    }
}
