// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {FoundingStatus, Position, Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {Refusals} from "./Refusals.sol";

/// @notice What terms allow, told from what the design says, and what was done under them.
abstract contract TermsRules is Refusals {
    uint256 internal constant DILUTION_WINDOW = 30 days;
    uint256 internal constant TAKE_BACK_PERIOD = 14 days;
    uint256 internal constant OPENING_DELAY = 2 days;

    /// @dev An attempt to use terms.
    struct Use {
        INetworkToken network;
        uint256 termsId;
        Terms terms;
        TermsKind kind;
        uint256 used;
        address account;
        uint256 amount;
        bool asStake;
    }

    struct VotedMint {
        uint256 time;
        uint256 shares;
        /// @dev Shares that there were before.
        uint256 supply;
    }

    mapping(address network => mapping(uint256 termsId => uint256)) internal _ghostUsed;
    mapping(address network => mapping(uint256 termsId => address)) internal _ghostReceiver;
    mapping(address network => mapping(address member => mapping(address account => Position))) internal _ghostPosition;
    mapping(address network => uint256) internal _ghostTotalMinted;
    mapping(address network => uint256) internal _ghostTotalBurned;
    mapping(address network => uint256) internal _ghostLastExit;
    mapping(address network => VotedMint[]) private _ghostVotedMints;

    /// @dev Who has positions, as pairs.
    mapping(address network => address[2][]) internal _positions;

    function _noteUse(address network, uint256 termsId, uint256 amount, uint256 cap) internal {
        _ghostUsed[network][termsId] += amount;
        assertLe(_ghostUsed[network][termsId], cap, "terms are never overfilled");
    }

    function _notePosition(address network, address member, address account, uint256 amount, uint256 shares) internal {
        Position storage position = _ghostPosition[network][member][account];
        if (position.staked == 0) _positions[network].push([member, account]);
        position.staked += amount;
        position.minted += shares;
    }

    /// @dev In no 30 days do votes mint more shares than there were at their start.
    function _noteVotedMint(address network, uint256 shares, uint256 supply) internal {
        VotedMint[] storage list = _ghostVotedMints[network];
        list.push(VotedMint({time: block.timestamp, shares: shares, supply: supply}));
        uint256 sum;
        for (uint256 i = list.length; i > 0; --i) {
            VotedMint storage other = list[i - 1];
            if (other.time + DILUTION_WINDOW < block.timestamp) break;
            sum += other.shares;
            assertLe(sum, other.supply, "votes at most double the shares in 30 days");
        }
    }

    // ------------------------------------------------------------------------------------------------------ refusals

    function _useRefusal(Use memory use) internal view returns (bytes memory refusal) {
        refusal = _kindRefusal(use);
        if (refusal.length != 0) return refusal;
        if (!use.asStake && use.kind == TermsKind.Founding) return _takeBackRefusal(use);
        refusal = _windowRefusal(use);
        if (refusal.length == 0) refusal = use.asStake ? _entryRefusal(use) : _exitRefusal(use);
    }

    function _kindRefusal(Use memory use) private pure returns (bytes memory) {
        if (!use.asStake && use.amount == 0) {
            return abi.encodeWithSelector(INetworkAdmission.UnstakeOfNothing.selector);
        }
        if (use.kind != (use.asStake ? TermsKind.Exit : TermsKind.Entry)) return "";
        return abi.encodeWithSelector(INetworkAdmission.WrongTermsKind.selector, use.termsId, use.kind);
    }

    function _windowRefusal(Use memory use) private view returns (bytes memory) {
        Terms memory terms = use.terms;
        if (terms.account != address(0) && terms.account != use.account) {
            return abi.encodeWithSelector(
                INetworkAdmission.TermsNotForAccount.selector, use.termsId, terms.account, use.account
            );
        }
        if (block.timestamp < terms.opensAt) {
            return abi.encodeWithSelector(INetworkAdmission.TermsNotOpenYet.selector, use.termsId, terms.opensAt);
        }
        if (block.timestamp > terms.expiry) {
            return abi.encodeWithSelector(INetworkAdmission.TermsExpired.selector, use.termsId, terms.expiry);
        }
        uint256 left = terms.cap - use.used;
        if (use.amount <= left) return "";
        return abi.encodeWithSelector(INetworkAdmission.TermsOverfilled.selector, use.termsId, use.amount, left);
    }

    function _entryRefusal(Use memory use) private view returns (bytes memory) {
        Terms memory terms = use.terms;
        if (use.kind == TermsKind.Founding && use.amount != terms.cap) {
            return _wholeRefusal(use, terms.cap);
        }
        uint256 supply = EquityToken(payable(terms.member)).totalSupply();
        if (supply > terms.maxMemberSupply) {
            return
                abi.encodeWithSelector(INetworkAdmission.MemberSupplyAboveTerms.selector, supply, terms.maxMemberSupply);
        }
        uint256 shares = use.amount * terms.rate / 1e18;
        if (shares == 0) {
            return abi.encodeWithSelector(INetworkAdmission.StakeRoundsToZero.selector, use.amount, terms.rate);
        }
        // What these terms promise was measured by a supply of which something was burned since.
        bool shrunk = _ghostLastExit[address(use.network)] + OPENING_DELAY >= terms.opensAt;
        if (use.kind == TermsKind.Founding || !shrunk) return "";
        return _dilutionRefusal(use.network, shares, block.timestamp, false);
    }

    function _exitRefusal(Use memory use) private view returns (bytes memory) {
        Position memory position = _ghostPosition[address(use.network)][use.terms.member][use.account];
        uint256 left = position.staked - position.returned;
        if (use.amount <= left) return "";
        return abi.encodeWithSelector(
            INetworkAdmission.PositionTooSmall.selector, use.terms.member, use.account, use.amount, left
        );
    }

    /// @dev A founding that failed is undone by who got the shares, in whole, as long as nobody governs what is left.
    function _takeBackRefusal(Use memory use) private view returns (bytes memory) {
        if (use.network.foundingStatus() != FoundingStatus.Failed) {
            return abi.encodeWithSelector(INetworkAdmission.FoundingNotFailed.selector);
        }
        uint256 until = use.network.foundingEnds() + TAKE_BACK_PERIOD;
        if (block.timestamp > until && INetworkGovernor(use.network.governor()).hasProposed()) {
            return abi.encodeWithSelector(INetworkAdmission.TakeBackOver.selector, until);
        }
        address receiver = _ghostReceiver[address(use.network)][use.termsId];
        if (receiver == address(0)) receiver = use.terms.account;
        if (receiver != use.account) {
            return
                abi.encodeWithSelector(
                    INetworkAdmission.TermsNotForAccount.selector, use.termsId, receiver, use.account
                );
        }
        if (use.amount != use.used) return _wholeRefusal(use, use.used);
        return _exitRefusal(use);
    }

    /// @dev Nobody votes while founders can still stake, or can take their stakes back in any case.
    function _foundingRefusal(INetworkToken network) internal view returns (bytes memory) {
        FoundingStatus status = network.foundingStatus();
        if (status == FoundingStatus.Open) return abi.encodeWithSelector(INetworkGovernor.FoundingIsOpen.selector);
        uint256 until = network.foundingEnds() + TAKE_BACK_PERIOD;
        if (status == FoundingStatus.Complete || block.timestamp > until) return "";
        return abi.encodeWithSelector(INetworkAdmission.TakeBackOpen.selector, until);
    }

    function _wholeRefusal(Use memory use, uint256 whole) private pure returns (bytes memory) {
        return abi.encodeWithSelector(INetworkAdmission.FounderStakesWhole.selector, use.termsId, use.amount, whole);
    }

    /// @dev Network shares that go for member shares: at least what the terms ask for, and the part that was minted.
    function _sharesToBurn(Use memory use) internal view returns (uint256) {
        if (use.kind == TermsKind.Founding) return use.amount * use.terms.rate / 1e18;
        Position memory position = _ghostPosition[address(use.network)][use.terms.member][use.account];
        uint256 byTerms = Math.ceilDiv(use.amount * use.terms.rate, 1e18);
        // The average of what is still in; all of it may be paid for already.
        uint256 minted = position.minted > position.burned ? position.minted - position.burned : 0;
        uint256 asMinted = Math.ceilDiv(use.amount * minted, position.staked - position.returned);
        return Math.max(byTerms, asMinted);
    }

    /// @dev All that voted terms mint within 30 days of a time, against what there was before any of it was minted.
    /// @param shares What is minted now, or may be under further terms.
    /// @param promised Whether what terms may still mint counts.
    function _dilutionRefusal(INetworkToken network, uint256 shares, uint256 time, bool promised)
        internal
        view
        returns (bytes memory)
    {
        uint256 minted;
        for (uint256 i = 0; i < network.termsCount(); ++i) {
            (Terms memory other, uint256 used) = network.termsOf(i);
            bool near = other.expiry + DILUTION_WINDOW >= time;
            if (network.termsKindOf(i) != TermsKind.Entry || !near) continue;
            minted += used * other.rate / 1e18;
            bool open = promised && block.timestamp <= other.expiry;
            shares += (open ? other.cap : used) * other.rate / 1e18;
        }
        uint256 supply = network.totalSupply();
        uint256 limit = supply > minted ? supply - minted : 0;
        if (shares <= limit) return "";
        return abi.encodeWithSelector(INetworkAdmission.TooMuchDilution.selector, shares, limit);
    }

    function _nameOf(bytes4 selector) internal pure returns (string memory) {
        if (selector == INetworkAdmission.WrongTermsKind.selector) return "kind";
        if (selector == INetworkAdmission.TermsNotForAccount.selector) return "account";
        if (selector == INetworkAdmission.TermsNotOpenYet.selector) return "early";
        if (selector == INetworkAdmission.TermsExpired.selector) return "late";
        if (selector == INetworkAdmission.TermsOverfilled.selector) return "overfilled";
        if (selector == INetworkAdmission.FounderStakesWhole.selector) return "part";
        if (selector == INetworkAdmission.FoundingNotFailed.selector) return "founding stands";
        if (selector == INetworkAdmission.PositionTooSmall.selector) return "position";
        if (selector == INetworkAdmission.UnknownTerms.selector) return "unknown";
        if (selector == INetworkAdmission.ReceiverNotOwn.selector) return "receiver";
        if (selector == INetworkAdmission.NetworkSupplyAboveMaximum.selector) return "network supply";
        if (selector == INetworkAdmission.TooMuchDilution.selector) return "dilution";
        if (selector == IEquityToken.TreasuriesHoldTooMuch.selector) return "float";
        return "other";
    }
}
