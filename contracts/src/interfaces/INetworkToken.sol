// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "./IEquityToken.sol";
import {Position, Terms} from "../types/EquityTypes.sol";

/// @title Equity in a collective, which holds equity in its members
interface INetworkToken is IEquityToken {
    /// @notice Terms came into force. Founding terms are numbered from 0 in the order of the founders.
    event TermsCreated(uint256 indexed termsId, Terms terms);

    /// @notice Member shares went in, network shares came out.
    /// @param account Who staked.
    /// @param to Who received the network shares: the account or its personal token.
    /// @param amount Member shares, in wei of the member token.
    /// @param shares Network shares, in wei.
    event Staked(
        uint256 indexed termsId,
        address indexed member,
        address indexed account,
        address to,
        uint256 amount,
        uint256 shares
    );

    /// @notice Every founder has staked.
    event Founded();

    /// @notice A network needs one founder at least, and has at most `limit`.
    error FounderCountOutOfRange(uint256 count, uint256 limit);

    /// @notice The founding must end after now and at `latest`, Unix time.
    error FoundingEndOutOfRange(uint64 foundingEnds, uint256 latest);

    /// @notice The founder at `index` is named without an account.
    error FounderWithoutAccount(uint256 index);

    /// @notice The founder at `index` is named a second time for the same member token.
    error FounderNamedTwice(uint256 index, address member, address account);

    /// @notice The rate of the founder at `index` is above the limit.
    error RateAboveLimit(uint256 index, uint256 rate, uint256 limit);

    /// @notice The network is no member of itself.
    error MemberIsNetwork(address member);

    /// @notice There are no such terms.
    error UnknownTerms(uint256 termsId);

    /// @notice The terms are for somebody else.
    error TermsNotForAccount(uint256 termsId, address account, address caller);

    /// @notice The terms open later, Unix time.
    error TermsNotOpenYet(uint256 termsId, uint256 opensAt);

    /// @notice The terms expired, Unix time.
    error TermsExpired(uint256 termsId, uint256 expiry);

    /// @notice More is staked than the terms have left, in wei of the member token.
    error TermsOverfilled(uint256 termsId, uint256 amount, uint256 left);

    /// @notice A founder stakes the whole stake at once, in wei of the member token.
    error FounderStakesWhole(uint256 termsId, uint256 amount, uint256 whole);

    /// @notice The member token was diluted beyond what the terms allow, in wei of shares.
    error MemberSupplyAboveTerms(uint256 supply, uint256 maxMemberSupply);

    /// @notice The network would have more shares than the caller allows, in wei.
    error NetworkSupplyAboveMaximum(uint256 supply, uint256 maxNetworkSupply);

    /// @notice Network shares go to the caller or to the caller's personal token only.
    error ReceiverNotOwn(address to);

    /// @notice Whether every founder has staked.
    function founded() external view returns (bool);

    /// @notice Founders who have not staked yet.
    function foundersLeft() external view returns (uint256);

    /// @notice Last second at which founders can stake, Unix time.
    function foundingEnds() external view returns (uint64);

    /// @notice How many terms there are; the next one's number.
    function termsCount() external view returns (uint256);

    /// @notice The terms, and how many member shares were taken in under them, in wei. Reverts with {UnknownTerms}.
    function termsOf(uint256 termsId) external view returns (Terms memory terms, uint256 used);

    /// @notice What an account staked of one member token.
    function positionOf(address member, address account) external view returns (Position memory);

    /// @notice Shares of this network that other networks hold, in wei.
    function networksHeld() external view returns (uint256);

    /// @notice Network shares that a stake would mint now; reverts as the stake would for its terms.
    /// @dev What the member token may object to (balance, allowance, approval of the network, float bound) is not seen.
    function previewStake(uint256 termsId, address account, uint256 amount) external view returns (uint256 shares);

    /// @notice Hands member shares to the network and receives newly minted network shares.
    ///
    /// @dev Emits {Staked}, {Founded} with the last founder's stake, and Transfer at both tokens.
    ///
    /// Notes:
    /// - `shares = ⌊amount × rate / 1e18⌋`; the network gains from the rounding.
    /// - There is no way back yet: member shares stay in the network, network shares can be sold.
    /// - Income that the network has not harvested is shared with the new shares: harvest before.
    ///
    /// Requirements:
    /// - the terms exist, are the caller's, open and not expired, and have `amount` left
    /// - a founder stakes the whole, once
    /// - `to` is the caller or the caller's personal token, else {ReceiverNotOwn}
    /// - the member token's supply is within the terms, else {MemberSupplyAboveTerms}
    /// - this network's supply stays within `maxNetworkSupply`, else {NetworkSupplyAboveMaximum}
    /// - an allowance of `amount` for this network, and for a closed member token its person's approval
    /// - treasuries hold at most 80 % of the member token afterwards (of a network: other networks), else
    ///   {TreasuriesHoldTooMuch}
    ///
    /// @param termsId Number of the terms.
    /// @param amount Member shares, in wei of the member token.
    /// @param to Who receives the network shares.
    /// @param maxNetworkSupply Most shares that the network may have afterwards, in wei.
    /// @return shares Network shares, in wei.
    function stake(uint256 termsId, uint256 amount, address to, uint256 maxNetworkSupply)
        external
        returns (uint256 shares);

    /// @notice As {stake}, with the allowance by signature.
    ///
    /// @dev Emits as {stake}, and Approval at the member token.
    ///
    /// Notes:
    /// - A permit that fails, perhaps because somebody used it first, is ignored when the allowance suffices.
    ///
    /// Requirements:
    /// - as for {stake}
    ///
    /// @param termsId Number of the terms.
    /// @param amount Member shares, in wei of the member token.
    /// @param to Who receives the network shares.
    /// @param maxNetworkSupply Most shares that the network may have afterwards, in wei.
    /// @param deadline Last second at which the signature is good, Unix time.
    /// @return shares Network shares, in wei.
    function stakeWithPermit(
        uint256 termsId,
        uint256 amount,
        address to,
        uint256 maxNetworkSupply,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 shares);
}
