// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IEquityRegistry} from "../interfaces/IEquityRegistry.sol";
import {IEquityToken} from "../interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../interfaces/INetworkAdmission.sol";
import {DividendMath} from "./DividendMath.sol";
import {Founder, Terms, TermsKind} from "../types/EquityTypes.sol";
import {TermsRecord} from "../types/TermsRecord.sol";

/// @title How terms come about and end
library TermsBook {
    uint256 internal constant MAX_FOUNDERS = 64;
    uint256 internal constant MAX_FOUNDING_PERIOD = 30 days;
    /// @dev Terms that votes open can be used for at most so long.
    uint256 internal constant MAX_OPEN_PERIOD = 30 days;
    /// @dev In so long, votes at most double the supply.
    uint256 internal constant DILUTION_WINDOW = 30 days;
    uint256 internal constant MAX_LOCKUP = 1461 days;
    uint256 internal constant MAX_RATE = type(uint128).max;
    /// @dev Network shares per member share × 1e18.
    uint256 internal constant RATE_ONE = 1e18;

    /// @notice Turns the founders into terms, numbered in their order.
    /// @param records The network's terms: none yet.
    /// @param foundingEnds Last second at which founders can stake, Unix time.
    function addFounders(
        mapping(uint256 => TermsRecord) storage records,
        Founder[] calldata founders,
        uint256 foundingEnds,
        IEquityRegistry registry
    ) internal {
        if (founders.length == 0 || founders.length > MAX_FOUNDERS) {
            revert INetworkAdmission.FounderCountOutOfRange(founders.length, MAX_FOUNDERS);
        }
        uint256 latest = block.timestamp + MAX_FOUNDING_PERIOD;
        if (foundingEnds <= block.timestamp || foundingEnds > latest) {
            revert INetworkAdmission.FoundingEndOutOfRange(foundingEnds, latest);
        }
        uint256 supply = 0;
        for (uint256 i = 0; i < founders.length; ++i) {
            _requireNamedOnce(founders, i);
            supply += _addFounder(records, founders[i], i, foundingEnds, registry);
        }
        if (supply > DividendMath.MAX_SUPPLY) {
            revert IEquityToken.SupplyAboveLimit(supply, DividendMath.MAX_SUPPLY);
        }
    }

    /// @notice Brings terms that members voted for into force.
    /// @param records The network's terms.
    /// @param termsId The number of the new ones: how many there are.
    /// @param opensAt First second at which they can be used, Unix time: always so long after now, so that the list is
    /// in the order of opening.
    /// @param supply The network's shares, in wei.
    function open(
        mapping(uint256 => TermsRecord) storage records,
        uint256 termsId,
        Terms memory terms,
        TermsKind kind,
        uint256 opensAt,
        uint256 supply,
        IEquityRegistry registry
    ) internal {
        requireValid(terms, kind, opensAt, registry);
        if (kind == TermsKind.Entry) {
            requireLittleDilution(records, termsId, sharesDown(terms.cap, terms.rate), opensAt, supply, true);
        }
        terms.opensAt = uint64(opensAt);
        _write(records, termsId, kind, terms);
    }

    /// @notice Ends terms at once. What was staked under them stays staked.
    function cancel(mapping(uint256 => TermsRecord) storage records, uint256 termsId) internal {
        TermsRecord storage record = records[termsId];
        if (record.cap == record.used || block.timestamp > record.expiry) revert INetworkAdmission.TermsOver(termsId);
        record.cap = record.used;
        emit INetworkAdmission.TermsCancelled(termsId, msg.sender);
    }

    /// @notice Requires that in no 30 days voted terms mint more than there was before any of them minted. All that may
    /// mint within 30 days of a time count: with what they minted, and what they may still mint if that is asked for.
    /// @param records The network's terms, `count` of them.
    /// @param shares What is minted now, or promised by new terms, in wei.
    /// @param opensAt From when on, Unix time.
    /// @param supply The network's shares, in wei.
    /// @param promised Whether what terms may still mint counts.
    function requireLittleDilution(
        mapping(uint256 => TermsRecord) storage records,
        uint256 count,
        uint256 shares,
        uint256 opensAt,
        uint256 supply,
        bool promised
    ) internal view {
        uint256 minted = 0;
        for (uint256 i = count; i > 0; --i) {
            TermsRecord memory other = records[i - 1];
            bool tooOld = other.opensAt + MAX_OPEN_PERIOD + DILUTION_WINDOW < opensAt;
            if (tooOld || other.kind == TermsKind.Founding) break;
            if (other.kind == TermsKind.Exit || other.expiry + DILUTION_WINDOW < opensAt) continue;
            uint256 used = sharesDown(other.used, other.rate);
            minted += used;
            bool over = block.timestamp > other.expiry;
            shares += over || !promised ? used : sharesDown(other.cap, other.rate);
        }
        uint256 limit = Math.saturatingSub(supply, minted);
        if (shares > limit) revert INetworkAdmission.TooMuchDilution(shares, limit);
    }

    /// @notice Requires what a vote can't mend later; asked when terms are proposed, and again when they are executed.
    /// @param opensAt When they would open at the earliest, Unix time.
    function requireValid(Terms memory terms, TermsKind kind, uint256 opensAt, IEquityRegistry registry) internal view {
        _requireMember(terms.member, registry);
        if (terms.opensAt > opensAt) revert INetworkAdmission.TermsOpenTooLate(terms.opensAt, opensAt);
        if (terms.expiry <= opensAt) revert INetworkAdmission.TermsExpireTooEarly(terms.expiry, opensAt);
        uint256 latest = opensAt + MAX_OPEN_PERIOD;
        if (terms.expiry > latest) revert INetworkAdmission.TermsExpireTooLate(terms.expiry, latest);
        if (terms.rate > MAX_RATE) revert INetworkAdmission.RateAboveLimit(terms.rate, MAX_RATE);
        if (terms.cap > DividendMath.MAX_SUPPLY) {
            revert INetworkAdmission.CapAboveLimit(terms.cap, DividendMath.MAX_SUPPLY);
        }
        if (terms.cap == 0) revert INetworkAdmission.CapIsZero();
        if (kind == TermsKind.Exit) {
            if (terms.account == address(0)) revert INetworkAdmission.ExitWithoutAccount();
            if (terms.lockup != 0) revert INetworkAdmission.LockupTooLong(terms.lockup, 0);
        } else {
            if (sharesDown(terms.cap, terms.rate) == 0) {
                revert INetworkAdmission.StakeRoundsToZero(terms.cap, terms.rate);
            }
            if (terms.lockup > MAX_LOCKUP) revert INetworkAdmission.LockupTooLong(terms.lockup, MAX_LOCKUP);
        }
    }

    /// @notice Network shares for so many member shares, rounded down: the network gains on entry.
    function sharesDown(uint256 amount, uint256 rate) internal pure returns (uint256) {
        return Math.mulDiv(amount, rate, RATE_ONE);
    }

    /// @notice Network shares for so many member shares, rounded up: the network gains on exit.
    function sharesUp(uint256 amount, uint256 rate) internal pure returns (uint256) {
        return Math.mulDiv(amount, rate, RATE_ONE, Math.Rounding.Ceil);
    }

    function _requireNamedOnce(Founder[] calldata founders, uint256 index) private pure {
        Founder calldata founder = founders[index];
        if (founder.account == address(0)) revert INetworkAdmission.FounderWithoutAccount(index);
        for (uint256 i = 0; i < index; ++i) {
            if (founders[i].account == founder.account && founders[i].member == founder.member) {
                revert INetworkAdmission.FounderNamedTwice(index, founder.member, founder.account);
            }
        }
    }

    /// @return shares Network shares that the founder will get.
    function _addFounder(
        mapping(uint256 => TermsRecord) storage records,
        Founder calldata founder,
        uint256 index,
        uint256 foundingEnds,
        IEquityRegistry registry
    ) private returns (uint256 shares) {
        _requireMember(founder.member, registry);
        if (founder.rate > MAX_RATE) revert INetworkAdmission.FounderRateAboveLimit(index, founder.rate, MAX_RATE);
        if (founder.stake > DividendMath.MAX_SUPPLY) {
            revert IEquityToken.SupplyAboveLimit(founder.stake, DividendMath.MAX_SUPPLY);
        }
        // Anyone may be the first to stake, so each stake alone must make a supply that can be.
        shares = sharesDown(founder.stake, founder.rate);
        if (shares < DividendMath.MIN_SUPPLY) {
            revert IEquityToken.SupplyBelowMinimum(shares, DividendMath.MIN_SUPPLY);
        }
        Terms memory terms;
        terms.member = founder.member;
        terms.account = founder.account;
        terms.rate = founder.rate;
        terms.cap = founder.stake;
        terms.opensAt = uint64(block.timestamp);
        terms.expiry = uint64(foundingEnds);
        terms.maxMemberSupply = founder.maxMemberSupply;
        _write(records, index, TermsKind.Founding, terms);
    }

    /// @dev No supply is above the limit, so nothing is lost by writing more than that as the limit.
    function _write(
        mapping(uint256 => TermsRecord) storage records,
        uint256 termsId,
        TermsKind kind,
        Terms memory terms
    ) private {
        terms.maxMemberSupply = Math.min(terms.maxMemberSupply, DividendMath.MAX_SUPPLY);
        TermsRecord storage record = records[termsId];
        record.member = terms.member;
        record.cap = uint96(terms.cap);
        if (terms.account != address(0)) record.account = terms.account;
        (record.rate, record.opensAt, record.expiry, record.lockup, record.kind) =
        (uint128(terms.rate), uint40(terms.opensAt), uint40(terms.expiry), terms.lockup, kind);
        (record.sponsor, record.maxMemberSupply) = (terms.sponsor, uint96(terms.maxMemberSupply));
        emit INetworkAdmission.TermsCreated(termsId, kind, terms);
    }

    function _requireMember(address member, IEquityRegistry registry) private view {
        if (member == address(this)) revert INetworkAdmission.MemberIsNetwork(member);
        if (!registry.isEquityToken(member)) revert IEquityToken.NotEquityToken(member);
    }
}
