// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {FoundingStatus, Position, Terms, TermsKind} from "../types/EquityTypes.sol";

/// @title How a network takes in members, and how they leave
/// @dev The half of a network that is {NetworkAdmission}.
interface INetworkAdmission {
    /// @notice Terms came into force. Founding terms are numbered from 0 in the order of the founders.
    event TermsCreated(uint256 indexed termsId, TermsKind indexed kind, Terms terms);

    /// @notice Nothing more can be done under these terms.
    event TermsCancelled(uint256 indexed termsId, address indexed by);

    /// @notice Somebody would like to become a member: what the caller would stake, and for how much. Commits nobody.
    /// @param amount Member shares, in wei of the member token.
    /// @param rate Network shares per member share, 1e18 = one for one.
    /// @param uri Link or hash to what speaks for it.
    event Applied(address indexed member, address indexed account, uint256 amount, uint256 rate, string uri);

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

    /// @notice Network shares were burned, member shares went back to the account.
    /// @param amount Member shares, in wei of the member token.
    /// @param shares Network shares, in wei.
    event Unstaked(
        uint256 indexed termsId, address indexed member, address indexed account, uint256 amount, uint256 shares
    );

    /// @notice Every founder has staked.
    event Founded();

    /// @notice A network needs one founder at least, and has at most `limit`.
    error FounderCountOutOfRange(uint256 count, uint256 limit);

    /// @notice The founding must end after now and at `latest`, Unix time.
    error FoundingEndOutOfRange(uint256 foundingEnds, uint256 latest);

    /// @notice The founder at `index` is named without an account.
    error FounderWithoutAccount(uint256 index);

    /// @notice The founder at `index` is named a second time for the same member token.
    error FounderNamedTwice(uint256 index, address member, address account);

    /// @notice The rate of the founder at `index` is above the limit.
    error FounderRateAboveLimit(uint256 index, uint256 rate, uint256 limit);

    /// @notice Only the network's governor may do this: by vote.
    error OnlyGovernor(address caller);

    /// @notice The rate is above the limit.
    error RateAboveLimit(uint256 rate, uint256 limit);

    /// @notice The cap is more than a token can have; in wei of the member token.
    error CapAboveLimit(uint256 cap, uint256 limit);

    /// @notice Terms or an application for no shares at all.
    error CapIsZero();

    /// @notice Terms would open at `latest`, and can't open later; 0 asks for nothing. Unix time.
    error TermsOpenTooLate(uint256 opensAt, uint256 latest);

    /// @notice Terms would expire before they could open; Unix time.
    error TermsExpireTooEarly(uint256 expiry, uint256 opensAt);

    /// @notice Terms expire at most 30 days after they open; Unix time.
    error TermsExpireTooLate(uint256 expiry, uint256 latest);

    /// @notice Exit terms are somebody's.
    error ExitWithoutAccount();

    /// @notice The lockup is above the limit, in seconds: four years on entry, none on exit.
    error LockupTooLong(uint256 lockup, uint256 limit);

    /// @notice Terms that may be used within 30 days of each other would mint more than there was before them.
    error TooMuchDilution(uint256 shares, uint256 limit);

    /// @notice The terms are used up, cancelled or expired.
    error TermsOver(uint256 termsId);

    /// @notice The terms are for something else.
    error WrongTermsKind(uint256 termsId, TermsKind kind);

    /// @notice Terms can be cancelled by their sponsor or by vote; entry terms also by the member's person, exit terms by
    /// their account or, if that is a personal token, its person.
    error NotYoursToCancel(uint256 termsId, address caller);

    /// @notice So few member shares would give no network share.
    error StakeRoundsToZero(uint256 amount, uint256 rate);

    /// @notice Taking back nothing.
    error UnstakeOfNothing();

    /// @notice The account has less left to take back; both in wei of the member token.
    error PositionTooSmall(address member, address account, uint256 amount, uint256 left);

    /// @notice Founders can take their stakes back only when a founding failed.
    error FoundingNotFailed();

    /// @notice Founders can take their stakes back until `until` in any case, Unix time: no proposals and no terms before.
    error TakeBackOpen(uint256 until);

    /// @notice Founders could take their stakes back until `until`, Unix time; since then members govern.
    error TakeBackOver(uint256 until);

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

    /// @notice What members vote by.
    function governor() external view returns (address);

    /// @notice What the opening delay counts in: 86,400 but for local chains.
    function secondsPerDay() external view returns (uint256);

    /// @notice Where the founding stands.
    function foundingStatus() external view returns (FoundingStatus);

    /// @notice Until when founders of a failed founding can take their stakes back in any case, Unix time.
    function takeBackUntil() external view returns (uint256);

    /// @notice Whether every founder has staked.
    function founded() external view returns (bool);

    /// @notice Founders who have not staked yet.
    function foundersLeft() external view returns (uint256);

    /// @notice Last second at which founders can stake, Unix time.
    function foundingEnds() external view returns (uint64);

    /// @notice How many terms there are; the next one's number.
    function termsCount() external view returns (uint256);

    /// @notice The terms, and how many member shares were taken in under them, or given back under exit terms, in wei; 0 again
    /// for a founder's stake that was taken back. Reverts with {UnknownTerms}.
    function termsOf(uint256 termsId) external view returns (Terms memory terms, uint256 used);

    /// @notice What the terms are for. Reverts with {UnknownTerms}.
    function termsKindOf(uint256 termsId) external view returns (TermsKind);

    /// @notice What was staked of one member token for shares that went to `account`, and what came back of it.
    function positionOf(address member, address account) external view returns (Position memory);

    /// @notice Network shares that a stake would mint now; reverts as the stake would for its terms.
    /// @dev What the member token may object to (balance, allowance, approval of the network, float bound) is not seen.
    function previewStake(uint256 termsId, address account, uint256 amount) external view returns (uint256 shares);

    /// @notice Network shares that an unstake would burn now; reverts as it would for its terms and position.
    function previewUnstake(uint256 termsId, address account, uint256 amount) external view returns (uint256 shares);

    /// @notice Hands member shares to the network and receives newly minted network shares.
    ///
    /// @dev Emits {Staked}, {Founded} with the last founder's stake, and Transfer at both tokens.
    ///
    /// Notes:
    /// - `shares = ⌊amount × rate / 1e18⌋`; the network gains from the rounding.
    /// - There is no way back at will: member shares stay in the network unless members vote for exit terms, or the
    ///   founding fails. Network shares can be sold.
    /// - Under terms with a lockup the new shares, and those still locked, don't move until it ends.
    /// - Income that the network has not harvested is shared with the new shares: harvest before.
    ///
    /// Requirements:
    /// - the terms exist, are no exit terms, are the caller's or anyone's, open and not expired, and have `amount` left
    /// - a founder stakes the whole, once
    /// - `to` is the caller or the caller's personal token, else {ReceiverNotOwn}
    /// - the member token's supply is within the terms, else {MemberSupplyAboveTerms}
    /// - this network's supply stays within `maxNetworkSupply`, else {NetworkSupplyAboveMaximum}
    /// - at least a wei of shares comes of it, else {StakeRoundsToZero}
    /// - under terms older than the last exit: with what was minted under terms that may be used within 30 days, at most
    ///   as many shares as there are now without these, else {TooMuchDilution}
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

    /// @notice Burns network shares of the caller's and gives back member shares that were staked for them.
    ///
    /// @dev Emits {Unstaked}, Transfer at both tokens, {SharesLockChanged} if locked shares were burned, and what the
    /// harvest of the member token emits.
    ///
    /// Notes:
    /// - Exit terms: at least `⌈amount × rate / 1e18⌉` and `⌈amount × minted / staked⌉` shares are burned, where both
    ///   are of what is still in the caller's position; the network gains from the rounding.
    /// - Founding terms, if the founding failed: the whole stake for exactly the shares minted, by who received them.
    ///   Ends with the first proposal, which nobody can make within 14 days: what votes is not taken back.
    /// - Locked shares are burned first.
    /// - What the member token owes the network is harvested before, so that the caller has a part in it. If that
    ///   fails it stays due; what can't be divided at the moment waits for {absorb}.
    ///
    /// Requirements:
    /// - the terms exist and are no entry terms, are the caller's, and have `amount` left; exit terms are open and not
    ///   expired; a founding failed, else {FoundingNotFailed}, and is nobody's to govern yet, else {TakeBackOver}
    /// - the position has `amount` left, else {PositionTooSmall}
    /// - the caller has the shares
    ///
    /// @param termsId Number of the terms.
    /// @param amount Member shares to take back, in wei of the member token.
    /// @return shares Network shares burned, in wei.
    function unstake(uint256 termsId, uint256 amount) external returns (uint256 shares);

    /// @notice Puts an application on the record. Commits nobody; a shareholder may propose terms for it.
    ///
    /// @dev Emits {Applied}.
    ///
    /// Requirements:
    /// - `member` is an equity token and not this network; `amount` is above zero, else {CapIsZero}
    /// - `uri` has at most 1,024 bytes
    ///
    /// @param member Token that would become a member.
    /// @param amount Member shares that the caller would stake, in wei.
    /// @param rate Network shares per member share, 1e18 = one for one.
    /// @param uri Link or hash to what speaks for it.
    function applyForMembership(address member, uint256 amount, uint256 rate, string calldata uri) external;

    /// @notice Reverts with what is wrong with terms that would open at `opensAt`, Unix time, if that can be told now.
    /// @dev Whether they dilute too much depends on when they are executed.
    function requireValidTerms(Terms calldata terms, TermsKind kind, uint256 opensAt) external view;

    /// @notice Seconds from the creation of terms to their opening: two days.
    function openingDelay() external view returns (uint256);

    /// @notice Opens entry terms; by vote.
    ///
    /// @dev Emits {TermsCreated}.
    ///
    /// Notes:
    /// - They open two days after this: who disagrees can sell first. An earlier `opensAt`, such as 0, asks for nothing.
    ///
    /// Requirements:
    /// - the caller is the governor, which sees to it that the sponsor is who proposed
    /// - after a failed founding, founders had their 14 days, else {TakeBackOpen}
    /// - `member` is an equity token and not this network
    /// - `opensAt` is no later than that, else {TermsOpenTooLate}
    /// - `expiry` is after the opening, else {TermsExpireTooEarly}, by at most 30 days, else {TermsExpireTooLate}
    /// - `cap` is above zero and below 2⁹⁶, `rate` below 2¹²⁸, and the whole gives a wei of shares at least
    /// - `lockup` is at most 1,461 days, else {LockupTooLong}
    /// - with all terms that may mint within 30 days of these, at most as many shares as there were before them, else
    ///   {TooMuchDilution}
    ///
    /// @return termsId Number of the terms.
    function createTerms(Terms calldata terms) external returns (uint256 termsId);

    /// @notice Opens exit terms for one account; by vote.
    ///
    /// @dev Emits {TermsCreated}.
    ///
    /// Requirements:
    /// - as for {createTerms}, without lockup and dilution; `account` is given, else {ExitWithoutAccount}
    ///
    /// @return termsId Number of the terms.
    function createExitTerms(Terms calldata terms) external returns (uint256 termsId);

    /// @notice Ends terms at once; what was staked under them stays.
    ///
    /// @dev Emits {TermsCancelled}.
    ///
    /// Requirements:
    /// - no founding terms, else {WrongTermsKind}
    /// - the caller is their sponsor or the governor, for entry terms also the member's person, for exit terms also
    ///   their account or its person, else {NotYoursToCancel}
    /// - something can still be done under them, else {TermsOver}
    ///
    /// @param termsId Number of the terms.
    function cancelTerms(uint256 termsId) external;

    /// @notice Sets the metadata; by vote. Name and symbol stay.
    ///
    /// @dev Emits {ContractURIUpdated} and {ContractURISet}.
    ///
    /// Requirements:
    /// - the caller is the governor; `contractURI_` has at most 8,192 bytes
    ///
    /// @param contractURI_ ERC-7572 metadata.
    function setContractURI(string calldata contractURI_) external;
}
