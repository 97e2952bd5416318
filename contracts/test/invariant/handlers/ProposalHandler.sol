// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {Position, Terms} from "../../../src/types/EquityTypes.sol";
import {TermsRules} from "./TermsRules.sol";

/// @notice What members propose.
abstract contract ProposalHandler is TermsRules {
    /// @dev How many rates are drawn from, and which draws of a member are of a network.
    uint256 internal constant RATES = 4e18;
    uint256 internal constant NETWORK_DRAW = 4;
    uint256 private constant MAX_LOCKUP = 1461 days;
    uint256 private constant MAX_OPEN_PERIOD = 30 days;

    struct Proposal {
        INetworkToken network;
        address target;
        bytes call;
        string description;
        uint256 id;
        bool over;
    }

    /// @dev The first one stands for none.
    Proposal[] internal _proposals;

    constructor() {
        _proposals.push();
    }

    // ---------------------------------------------------------------------------------------------------- proposals

    /// @dev Entry terms for anybody or somebody.
    function proposeEntry(uint256 seed, uint256 memberSeed, uint256 shares) external {
        _proposeEntry(seed, memberSeed, shares);
    }

    /// @dev Exit terms for somebody who staked.
    function proposeExit(uint256 seed, uint256 rateSeed) external {
        _proposeExit(seed, rateSeed);
    }

    /// @dev The end of terms, metadata, or a setting.
    function proposeOther(uint256 seed, uint256 what) external {
        INetworkToken network = _network(seed);
        address target = address(network);
        bytes memory data;
        if (what % 4 == 0) {
            data = abi.encodeCall(INetworkAdmission.cancelTerms, (seed / 64 % network.termsCount()));
        } else if (what % 4 == 1) {
            data = abi.encodeCall(INetworkAdmission.setContractURI, ("data:application/json,{}"));
        } else {
            target = network.governor();
            data = what % 4 == 2
                ? abi.encodeCall(NetworkGovernor(payable(target)).setVotingDelay, (uint48(1 days + seed % 6 days)))
                : abi.encodeCall(NetworkGovernor(payable(target)).updateQuorumNumerator, (4 + seed % 40));
        }
        if (_propose(network, target, data, _proposer(network, seed))) _done("proposeOther");
    }

    /// @param shares By chance, what the terms would mint: up to a little more than may be.
    function _proposeEntry(uint256 seed, uint256 memberSeed, uint256 shares) internal returns (bool) {
        INetworkToken network = _network(seed);
        Terms memory terms;
        terms.member = address(_token(memberSeed));
        // Often shares of a network, since there are fewer of these.
        if (memberSeed % NETWORK_DRAW == 0) terms.member = address(_network(memberSeed / NETWORK_DRAW));
        if (terms.member == address(network)) return false;
        if (seed / 64 % 2 == 0) terms.account = _holderWithKey(EquityToken(payable(terms.member)), seed / 128, 1);
        uint256 supply = network.totalSupply();
        terms.rate = 0.1e18 + seed % RATES;
        shares = _bound(shares, MIN_SUPPLY, Math.max(supply, MIN_SUPPLY) / 16 * 17);
        terms.cap = Math.min(shares * 1e18 / terms.rate, MAX_SUPPLY);
        terms.lockup = seed / 1024 % 2 == 0 ? uint32(seed % MAX_LOCKUP) : 0;
        terms.maxMemberSupply = seed / 2048 % 4 == 0 ? IERC20(terms.member).totalSupply() : type(uint256).max;
        _setTimes(terms, network, seed);
        address proposer = terms.sponsor = _proposer(network, seed);
        bytes memory data = abi.encodeCall(INetworkAdmission.createTerms, (terms));
        if (!_propose(network, address(network), data, proposer)) return false;
        _done("proposeEntry");
        return true;
    }

    function _proposeExit(uint256 seed, uint256 rateSeed) internal returns (bool) {
        INetworkToken network = _network(seed);
        uint256 count = _positions[address(network)].length;
        if (count == 0) return false;
        address[2] memory pair = _positions[address(network)][seed / 64 % count];
        Position memory position = _ghostPosition[address(network)][pair[0]][pair[1]];
        Terms memory terms;
        (terms.member, terms.account) = (pair[0], pair[1]);
        terms.rate = rateSeed % 2 == 0 ? 0 : rateSeed % 2e18;
        // Now and then more than can be taken.
        terms.cap = Math.min(_bound(rateSeed, 1, position.staked + position.staked / 4 + 1), MAX_SUPPLY);
        _setTimes(terms, network, seed);
        address proposer = terms.sponsor = _proposer(network, seed);
        bytes memory data = abi.encodeCall(INetworkAdmission.createExitTerms, (terms));
        if (!_propose(network, address(network), data, proposer)) return false;
        _done("proposeExit");
        return true;
    }

    /// @dev Mostly such that the terms are open for some time after the vote; now and then for too long.
    function _setTimes(Terms memory terms, INetworkToken network, uint256 seed) private view {
        terms.expiry = uint64(_opensAt(network) + _bound(seed / 16, seed % 4 == 0 ? 1 days : 20 days, 31 days));
    }

    /// @dev When terms that are proposed now can open: they are executed in the second after the vote at the earliest.
    function _opensAt(INetworkToken network) private view returns (uint256) {
        NetworkGovernor governor = NetworkGovernor(payable(network.governor()));
        return block.timestamp + governor.votingDelay() + governor.votingPeriod() + 1 + OPENING_DELAY;
    }

    function _opensTerms(bytes memory call) internal pure returns (bool) {
        bytes4 selector = bytes4(call);
        return
            selector == INetworkAdmission.createTerms.selector || selector == INetworkAdmission.createExitTerms.selector;
    }

    /// @dev The first who has enough votes, from a place by chance on, else anybody.
    function _proposer(INetworkToken network, uint256 seed) private view returns (address wallet) {
        uint256 threshold = NetworkGovernor(payable(network.governor())).proposalThreshold();
        for (uint256 i = 0; i < PEOPLE; ++i) {
            wallet = _wallet(seed % PEOPLE + i);
            if (network.getPastVotes(wallet, block.timestamp - 1) >= threshold) return wallet;
        }
    }

    function _propose(INetworkToken network, address target, bytes memory call, address proposer)
        private
        returns (bool)
    {
        NetworkGovernor governor = NetworkGovernor(payable(network.governor()));
        string memory description = vm.toString(_proposals.length);
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _actions(target, call);
        bytes memory data = abi.encodeCall(IGovernor.propose, (targets, values, calls, description));
        bytes memory refusal = _proposalRefusal(network, call, proposer);
        if (!_call(proposer, address(governor), 0, data, refusal)) {
            _done("propose refused");
            return false;
        }
        uint256 id = governor.hashProposal(targets, values, calls, keccak256(bytes(description)));
        _proposals.push(Proposal(network, target, call, description, id, false));
        return true;
    }

    function _proposalRefusal(INetworkToken network, bytes memory call, address proposer)
        private
        view
        returns (bytes memory refusal)
    {
        refusal = _foundingRefusal(network);
        if (refusal.length != 0) return refusal;
        if (_opensTerms(call)) {
            refusal = _expiryRefusal(_termsIn(bytes.concat(call)), _opensAt(network));
            if (refusal.length != 0) return refusal;
        }
        NetworkGovernor governor = NetworkGovernor(payable(network.governor()));
        uint256 votes = network.getPastVotes(proposer, block.timestamp - 1);
        uint256 threshold = governor.proposalThreshold();
        if (votes >= threshold) return "";
        return abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, proposer, votes, threshold);
    }

    function _actions(address target, bytes memory call)
        internal
        pure
        returns (address[] memory targets, uint256[] memory values, bytes[] memory calls)
    {
        targets = new address[](1);
        values = new uint256[](1);
        calls = new bytes[](1);
        (targets[0], calls[0]) = (target, call);
    }

    /// @dev Changes what it is given.
    function _termsIn(bytes memory data) internal pure returns (Terms memory) {
        assembly ("memory-safe") {
            // Over the selector.
            mstore(add(data, 4), sub(mload(data), 4))
            data := add(data, 4)
        }
        return abi.decode(data, (Terms));
    }

    function _expiryRefusal(Terms memory terms, uint256 opensAt) internal pure returns (bytes memory) {
        if (terms.expiry <= opensAt) {
            return abi.encodeWithSelector(INetworkAdmission.TermsExpireTooEarly.selector, terms.expiry, opensAt);
        }
        uint256 latest = opensAt + MAX_OPEN_PERIOD;
        if (terms.expiry <= latest) return "";
        return abi.encodeWithSelector(INetworkAdmission.TermsExpireTooLate.selector, terms.expiry, latest);
    }
}
