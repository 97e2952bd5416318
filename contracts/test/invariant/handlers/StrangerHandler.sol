// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Initializable} from "@openzeppelin/contracts-upgradeable/proxy/utils/Initializable.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {NetworkAdmission} from "../../../src/NetworkAdmission.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {GovernanceSettings, NetworkSetup, Terms} from "../../../src/types/EquityTypes.sol";
import {TermsRules} from "./TermsRules.sol";

/// @notice Calls that are not the caller's to make. Each is refused for just that.
abstract contract StrangerHandler is TermsRules {
    uint256 private constant PERSONS_CALLS = 11;
    uint256 private constant NETWORK_CALLS = 5;
    uint256 private constant REGISTRY_CALLS = 4;
    uint256 private constant GOVERNOR_CALLS = 4;

    function trespassPerson(uint256 seed, uint256 by, uint256 what) external {
        PersonalToken token = _personal(seed);
        address stranger = _wallet(by);
        if (stranger == token.person() || stranger == token.pendingPerson()) return;
        bytes memory refusal = abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, stranger);
        if (what % PERSONS_CALLS == 0) {
            refusal = abi.encodeWithSelector(IPersonalToken.OnlyPendingPerson.selector, stranger);
        }
        bytes memory data = _personsCall(stranger, address(_network(by)), what % PERSONS_CALLS);
        _call(stranger, address(token), 0, data, refusal);
        _done("trespassPerson");
    }

    function _personsCall(address stranger, address network, uint256 what) private pure returns (bytes memory) {
        if (what == 0) return abi.encodeCall(IPersonalToken.acceptPerson, (0));
        if (what == 1) return abi.encodeCall(IPersonalToken.realize, (0, 0, ""));
        if (what == 2) return abi.encodeCall(IPersonalToken.issue, (stranger, 1e18));
        if (what == 3) return abi.encodeCall(IPersonalToken.approveHolder, (stranger, true));
        if (what == 4) return abi.encodeCall(IPersonalToken.openTransfers, ());
        if (what == 5) return abi.encodeCall(IPersonalToken.allowDeposit, (network));
        if (what == 6) return abi.encodeCall(IPersonalToken.refuseDeposit, (network));
        if (what == 7) return abi.encodeCall(IPersonalToken.delegateVotes, (network, stranger));
        if (what == 8) return abi.encodeCall(IPersonalToken.leave, (network, 0, 1));
        if (what == 9) return abi.encodeCall(IPersonalToken.setContractURI, (""));
        return abi.encodeCall(IPersonalToken.transferPerson, (stranger));
    }

    function trespassNetwork(uint256 seed, uint256 by, uint256 what) external {
        INetworkToken network = _network(seed);
        address stranger = _wallet(by);
        what = what % NETWORK_CALLS;
        (bytes memory data, bytes4 refusal) = _networkCall(network, stranger, what);
        _call(stranger, address(network), 0, data, abi.encodeWithSelector(refusal, stranger));
        _done("trespassNetwork");
    }

    function _networkCall(INetworkToken network, address stranger, uint256 what)
        private
        view
        returns (bytes memory, bytes4)
    {
        bytes4 onlySelf = INetworkShares.OnlySelf.selector;
        bytes4 onlyGovernor = INetworkAdmission.OnlyGovernor.selector;
        (Terms memory terms,) = network.termsOf(0);
        if (what == 0) return (abi.encodeCall(INetworkShares.mintStaked, (stranger, 1e18, 0)), onlySelf);
        if (what == 1) {
            address holder = _holders[address(network)].length == 0 ? stranger : _holders[address(network)][0];
            return (abi.encodeCall(INetworkShares.burnUnstaked, (holder, 1, terms.member)), onlySelf);
        }
        if (what == 2) return (abi.encodeCall(INetworkAdmission.createTerms, (terms)), onlyGovernor);
        if (what == 3) return (abi.encodeCall(INetworkAdmission.createExitTerms, (terms)), onlyGovernor);
        return (abi.encodeCall(INetworkAdmission.setContractURI, ("")), onlyGovernor);
    }

    /// @dev Making a token once more, or telling the registry that one was handed over.
    function trespassRegistry(uint256 seed, uint256 by, uint256 what) external {
        address stranger = _wallet(by);
        INetworkToken network = _network(seed);
        bytes memory onlyRegistry = abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, stranger);
        what = what % REGISTRY_CALLS;
        if (what == 0) {
            bytes memory data = abi.encodeCall(PersonalToken.initialize, (stranger, "X", "X", 1e18, "", true));
            _call(stranger, address(_personal(seed)), 0, data, onlyRegistry);
        } else if (what == 1) {
            NetworkSetup memory setup;
            bytes memory data = abi.encodeCall(NetworkAdmission.initialize, (stranger, setup));
            _call(stranger, address(network), 0, data, onlyRegistry);
        } else if (what == 2) {
            GovernanceSettings memory settings;
            bytes memory data = abi.encodeCall(NetworkGovernor.initialize, (stranger, settings));
            bytes memory made = abi.encodeWithSelector(Initializable.InvalidInitialization.selector);
            _call(stranger, network.governor(), 0, data, made);
        } else {
            address victim = _personal(seed).person();
            bytes memory data = abi.encodeCall(IEquityRegistry.movePersonalToken, (victim, stranger));
            bytes memory refusal = abi.encodeWithSelector(IEquityRegistry.OnlyPersonalToken.selector, stranger);
            _call(stranger, address(REGISTRY), 0, data, refusal);
        }
        _done("trespassRegistry");
    }

    function trespassGovernor(uint256 seed, uint256 by, uint256 what) external {
        INetworkToken network = _network(seed);
        NetworkGovernor governor = NetworkGovernor(payable(network.governor()));
        address stranger = _wallet(by);
        what = what % GOVERNOR_CALLS;
        bytes memory data;
        bytes memory refusal = abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, stranger);
        if (what == 0) data = abi.encodeCall(governor.setVotingDelay, (1 days));
        else if (what == 1) data = abi.encodeCall(governor.updateQuorumNumerator, (4));
        else if (what == 2) (data, refusal) = _relay(network, stranger);
        else (data, refusal) = _forbiddenProposal(network, stranger);
        _call(stranger, address(governor), 0, data, refusal);
        _done("trespassGovernor");
    }

    function _relay(INetworkToken network, address stranger) private pure returns (bytes memory, bytes memory) {
        bytes memory inner = abi.encodeCall(IERC20.transfer, (stranger, 1));
        return (
            abi.encodeCall(NetworkGovernor.relay, (address(network), 0, inner)),
            abi.encodeWithSelector(
                INetworkGovernor.CallNotAllowed.selector, address(network), 0, IERC20.transfer.selector
            )
        );
    }

    /// @dev To take what the network's treasury holds, by a vote.
    function _forbiddenProposal(INetworkToken network, address stranger)
        private
        view
        returns (bytes memory, bytes memory)
    {
        (Terms memory terms,) = network.termsOf(0);
        address[] memory targets = new address[](1);
        uint256[] memory values = new uint256[](1);
        bytes[] memory calls = new bytes[](1);
        targets[0] = terms.member;
        calls[0] = abi.encodeCall(IERC20.transferFrom, (address(network), stranger, 1));
        bytes memory refusal = _foundingRefusal(network);
        if (refusal.length == 0) {
            refusal = abi.encodeWithSelector(
                INetworkGovernor.CallNotAllowed.selector, terms.member, 0, IERC20.transferFrom.selector
            );
        }
        return (abi.encodeCall(IGovernor.propose, (targets, values, calls, "loot")), refusal);
    }

    /// @dev Moving somebody else's shares, or a treasury's income.
    function trespassHolder(uint256 seed, uint256 by, uint256 victimSeed, bool money) external {
        EquityToken token = _token(seed);
        address stranger = _wallet(by);
        address[] storage list = _holders[address(token)];
        if (list.length == 0) return;
        address victim = list[victimSeed % list.length];
        if (victim == stranger) return;
        if (!money) {
            bytes memory theft = abi.encodeCall(IERC20.transferFrom, (victim, stranger, 1));
            bytes memory refusal = abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector, stranger, token.allowance(victim, stranger), 1
            );
            if (token.allowance(victim, stranger) != 0) return;
            _call(stranger, address(token), 0, theft, refusal);
            return _done("trespassHolder shares");
        }
        if (!_ghostMarked[address(token)][victim]) return;
        bytes memory claim = abi.encodeCall(IEquityToken.claim, (victim));
        bytes memory onlyOwn = abi.encodeWithSelector(IEquityToken.OnlyOwnHarvest.selector, victim);
        _call(stranger, address(token), 0, claim, onlyOwn);
        _done("trespassHolder money");
    }
}
