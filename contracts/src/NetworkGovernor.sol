// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {GovernorUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/GovernorUpgradeable.sol";
import {
    GovernorCountingSimpleUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorCountingSimpleUpgradeable.sol";
import {
    GovernorPreventLateQuorumUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorPreventLateQuorumUpgradeable.sol";
import {
    GovernorSettingsUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorSettingsUpgradeable.sol";
import {
    GovernorVotesUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorVotesUpgradeable.sol";
import {
    GovernorVotesQuorumFractionUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorVotesQuorumFractionUpgradeable.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Bytes} from "@openzeppelin/contracts/utils/Bytes.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IEquityRegistry} from "./interfaces/IEquityRegistry.sol";
import {INetworkGovernor} from "./interfaces/INetworkGovernor.sol";
import {INetworkAdmission} from "./interfaces/INetworkAdmission.sol";
import {FoundingStatus, GovernanceSettings, Terms, TermsKind} from "./types/EquityTypes.sol";

/// @title How a network's members vote
/// @dev All is OpenZeppelin's but for bounds, what may be proposed, and when.
contract NetworkGovernor is
    INetworkGovernor,
    GovernorSettingsUpgradeable,
    GovernorCountingSimpleUpgradeable,
    GovernorVotesQuorumFractionUpgradeable,
    GovernorPreventLateQuorumUpgradeable
{
    using Bytes for bytes;

    uint256 private constant MIN_DELAY_DAYS = 1;
    uint256 private constant MAX_DELAY_DAYS = 7;
    uint256 private constant MIN_PERIOD_DAYS = 3;
    uint256 private constant MAX_PERIOD_DAYS = 30;
    /// @dev A vote that reaches quorum late stays open so much longer, for who would vote against.
    uint256 private constant INITIAL_EXTENSION_DAYS = 1;
    /// @dev What passed is executed within so many days, or never: shareholders of later never voted on it.
    uint256 private constant EXECUTION_DAYS = 14;
    uint256 private constant MIN_THRESHOLD = 1e18;
    uint256 private constant MAX_THRESHOLD_PERCENT = 2;
    uint256 private constant MIN_QUORUM_PERCENT = 4;
    uint256 private constant MAX_QUORUM_PERCENT = 50;

    IEquityRegistry private immutable REGISTRY;

    /// @inheritdoc INetworkGovernor
    uint256 public immutable secondsPerDay;

    /// @inheritdoc INetworkGovernor
    bool public hasProposed;

    /// @param registry_ The only one who can initialise clones.
    /// @param secondsPerDay_ 86,400; shorter on local chains only, so that votes can be tried there.
    constructor(address registry_, uint256 secondsPerDay_) {
        bool isLocal = block.chainid == 31337;
        if (secondsPerDay_ == 0 || secondsPerDay_ > 1 days || (secondsPerDay_ != 1 days && !isLocal)) {
            revert DayOutOfRange(secondsPerDay_);
        }
        REGISTRY = IEquityRegistry(registry_);
        secondsPerDay = secondsPerDay_;
        _disableInitializers();
    }

    /// @notice Makes a clone a network's governor; once, by the registry, in the transaction that creates it.
    function initialize(address network, GovernanceSettings calldata settings) external initializer {
        if (msg.sender != address(REGISTRY)) revert OnlyRegistry(msg.sender);
        __GovernorVotes_init(IVotes(network));
        __GovernorSettings_init(settings.votingDelay, settings.votingPeriod, settings.proposalThreshold);
        __GovernorVotesQuorumFraction_init(settings.quorumPercent);
        __GovernorPreventLateQuorum_init(uint48(INITIAL_EXTENSION_DAYS * secondsPerDay));
    }

    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc INetworkGovernor
    function registry() external view returns (address) {
        return address(REGISTRY);
    }

    /// @inheritdoc GovernorUpgradeable
    function name() public view override returns (string memory) {
        return string.concat(IERC20Metadata(address(token())).name(), " Governor");
    }

    /// @inheritdoc GovernorVotesUpgradeable
    function clock() public view override(GovernorUpgradeable, GovernorVotesUpgradeable) returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @inheritdoc GovernorVotesUpgradeable
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override(GovernorUpgradeable, GovernorVotesUpgradeable) returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc GovernorUpgradeable
    /// @dev At most 2 % of what could vote a moment ago, whatever was set: a supply that shrank locks nobody out. But
    /// never nothing: who proposes is a shareholder.
    function proposalThreshold()
        public
        view
        override(GovernorUpgradeable, GovernorSettingsUpgradeable)
        returns (uint256)
    {
        uint256 most = token().getPastTotalSupply(block.timestamp - 1) * MAX_THRESHOLD_PERCENT / 100;
        return Math.min(super.proposalThreshold(), Math.max(most, 1));
    }

    /// @inheritdoc GovernorUpgradeable
    function proposalDeadline(uint256 proposalId)
        public
        view
        override(GovernorUpgradeable, GovernorPreventLateQuorumUpgradeable)
        returns (uint256)
    {
        return super.proposalDeadline(proposalId);
    }

    /// @inheritdoc GovernorUpgradeable
    function state(uint256 proposalId) public view override returns (ProposalState current) {
        current = super.state(proposalId);
        if (current != ProposalState.Succeeded) return current;
        bool late = block.timestamp > proposalDeadline(proposalId) + EXECUTION_DAYS * secondsPerDay;
        return late ? ProposalState.Expired : current;
    }

    // -------------------------------------------------------------------------------------------------- proposals

    /// @inheritdoc GovernorUpgradeable
    /// @dev What could never be executed is refused before anybody votes on it.
    function propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) public override returns (uint256) {
        _requireFoundingOver();
        for (uint256 i = 0; i < targets.length && i < values.length && i < calldatas.length; ++i) {
            _requireAllowed(targets[i], values[i], calldatas[i]);
        }
        if (!hasProposed) hasProposed = true;
        return super.propose(targets, values, calldatas, description);
    }

    /// @dev Who votes can't take back any more what the vote counts: founders had their days before.
    function _requireFoundingOver() private view {
        INetworkAdmission network = INetworkAdmission(address(token()));
        FoundingStatus founding = network.foundingStatus();
        if (founding == FoundingStatus.Complete) return;
        if (founding == FoundingStatus.Open) revert FoundingIsOpen();
        uint256 until = network.takeBackUntil();
        if (block.timestamp <= until) revert INetworkAdmission.TakeBackOpen(until);
    }

    /// @dev Nobody could get it out again.
    receive() external payable override {
        revert CoinNotAccepted(msg.value);
    }

    /// @dev Proposals are all that this contract does: it answers for nothing else.
    function relay(address target, uint256 value, bytes calldata data) public payable override {
        revert CallNotAllowed(target, value, bytes4(data));
    }

    function _requireAllowed(address target, uint256 value, bytes memory data) private view {
        bytes4 selector = bytes4(data);
        if (value == 0 && target == address(token())) {
            if (selector == INetworkAdmission.createTerms.selector) return _requireTerms(data, TermsKind.Entry);
            if (selector == INetworkAdmission.createExitTerms.selector) return _requireTerms(data, TermsKind.Exit);
            if (
                selector == INetworkAdmission.cancelTerms.selector
                    || selector == INetworkAdmission.setContractURI.selector
            ) {
                return;
            }
        }
        if (value == 0 && target == address(this) && _isSetting(selector)) return;
        revert CallNotAllowed(target, value, selector);
    }

    function _isSetting(bytes4 selector) private pure returns (bool) {
        return selector == this.setVotingDelay.selector || selector == this.setVotingPeriod.selector
            || selector == this.setProposalThreshold.selector || selector == this.updateQuorumNumerator.selector
            || selector == this.setLateQuorumVoteExtension.selector;
    }

    function _requireTerms(bytes memory data, TermsKind kind) private view {
        Terms memory terms = abi.decode(data.slice(4), (Terms));
        if (terms.sponsor != msg.sender) revert SponsorNotProposer(terms.sponsor, msg.sender);
        INetworkAdmission network = INetworkAdmission(address(token()));
        // The second after the vote is the first in which they can be executed.
        uint256 opensAt = block.timestamp + votingDelay() + votingPeriod() + 1 + network.openingDelay();
        network.requireValidTerms(terms, kind, opensAt);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override {
        if (msg.value != 0) revert CoinNotAccepted(msg.value);
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _tallyUpdated(uint256 proposalId)
        internal
        override(GovernorUpgradeable, GovernorPreventLateQuorumUpgradeable)
    {
        super._tallyUpdated(proposalId);
    }

    // --------------------------------------------------------------------------------------------------- settings

    function _setVotingDelay(uint48 value) internal override {
        _requireDays("votingDelay", value, MIN_DELAY_DAYS, MAX_DELAY_DAYS);
        super._setVotingDelay(value);
    }

    function _setVotingPeriod(uint32 value) internal override {
        _requireDays("votingPeriod", value, MIN_PERIOD_DAYS, MAX_PERIOD_DAYS);
        super._setVotingPeriod(value);
    }

    /// @dev 2 % of a supply that is not there yet can't be told; {proposalThreshold} bounds it then.
    function _setProposalThreshold(uint256 value) internal override {
        uint256 supply = token().getPastTotalSupply(block.timestamp - 1);
        uint256 most = supply == 0 ? type(uint96).max : supply * MAX_THRESHOLD_PERCENT / 100;
        _requireWithin("proposalThreshold", value, MIN_THRESHOLD, Math.max(MIN_THRESHOLD, most));
        super._setProposalThreshold(value);
    }

    function _updateQuorumNumerator(uint256 value) internal override {
        _requireWithin("quorumPercent", value, MIN_QUORUM_PERCENT, MAX_QUORUM_PERCENT);
        super._updateQuorumNumerator(value);
    }

    function _setLateQuorumVoteExtension(uint48 value) internal override {
        _requireDays("lateQuorumVoteExtension", value, 0, MAX_DELAY_DAYS);
        super._setLateQuorumVoteExtension(value);
    }

    function _requireDays(bytes32 setting, uint256 value, uint256 minimumDays, uint256 maximumDays) private view {
        _requireWithin(setting, value, minimumDays * secondsPerDay, maximumDays * secondsPerDay);
    }

    function _requireWithin(bytes32 setting, uint256 value, uint256 minimum, uint256 maximum) private pure {
        if (value < minimum || value > maximum) revert SettingOutOfRange(setting, value, minimum, maximum);
    }

    /// @dev The signing domain's name is the governor's, so it need not be stored.
    function _EIP712Name() internal view override returns (string memory) {
        return name();
    }

    function _EIP712Version() internal view override returns (string memory) {
        return version();
    }
}
