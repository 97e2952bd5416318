// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "./IEquityToken.sol";

/// @title Equity in a person
/// @notice Shares are claims on the gains that the person realizes. They give no control over the person.
interface IPersonalToken is IEquityToken {
    /// @notice The person paid in a realized gain. This is income of the token.
    /// @param realizationId Counts from 0.
    /// @param amount What arrived, in wei of the currency.
    /// @param duration Seconds over which it streams; 0 is at once.
    /// @param evidence Link or hash to what backs it.
    event Realized(
        uint256 indexed realizationId, address indexed person, uint256 amount, uint256 duration, string evidence
    );

    /// @notice The stream was extended or shortened, or stood still while nobody took part in income. What accrues is in {Accrued}.
    /// @param left Currency that has not accrued, in wei.
    /// @param lastAccrual When it last accrued, Unix time.
    /// @param end When all of it will have accrued, Unix time.
    event StreamChanged(uint256 left, uint256 lastAccrual, uint256 end);

    /// @notice A holder put doubts about a realized gain on the record.
    event Disputed(uint256 indexed realizationId, address indexed holder, string uri);

    /// @notice The person issued new shares.
    /// @param totalSupply Afterwards, in wei.
    event Issued(address indexed to, uint256 shares, uint256 totalSupply);

    /// @notice The person allowed deposits of `token` into the treasury, or refused them again.
    event DepositAllowed(address indexed token, bool allowed);

    /// @notice The person offered the token to somebody; to the zero address, the offer was taken back.
    event PersonTransferStarted(address indexed from, address indexed to);

    /// @notice Somebody else controls the token.
    event PersonTransferred(address indexed from, address indexed to);

    /// @notice The person allowed `holder` to receive shares, or withdrew that.
    event HolderApproved(address indexed holder, bool approved);

    /// @notice From now on anybody may hold. Final.
    event TransfersOpened();

    /// @notice Only the person may do this.
    error OnlyPerson(address caller);

    /// @notice The token is closed, and the person has not approved this receiver.
    error HolderNotApproved(address holder);

    /// @notice Anybody may hold already.
    error TransfersAlreadyOpen();

    /// @notice Gains are paid over at most four years; while excluded pools hold more than a thousandth of all shares, over a
    /// day at least. All in seconds.
    error DurationOutOfRange(uint256 duration, uint256 minimum, uint256 maximum);

    /// @notice Nothing streams (0), or it ends no later, Unix time.
    error StreamEndsSooner(uint256 end);

    /// @notice While excluded pools hold more than a thousandth of all shares, all that streams can't be divided at once: `left` in wei of the currency, until
    /// `end`, Unix time.
    error StreamStillRuns(uint256 left, uint256 end);

    /// @notice There is no such realized gain.
    error UnknownRealization(uint256 realizationId);

    /// @notice Only who holds shares may do this.
    error OnlyHolder(address caller);

    /// @notice Issuing nothing.
    error ZeroShares();

    /// @notice The address is no network of this registry.
    error NotNetwork(address network);

    /// @notice The token was not offered to the caller.
    error OnlyPendingPerson(address caller);

    /// @notice Shares were issued or burned since the caller looked; both in wei.
    error SupplyChanged(uint256 supply, uint256 expected);

    /// @notice The wallet that controls the token.
    function person() external view returns (address);

    /// @notice Whether anybody may hold; if not, only the person and approved holders may receive.
    function transfersOpen() external view returns (bool);

    /// @notice Whether the person approved this holder. Tells nothing once transfers are open.
    function isHolderApproved(address holder) external view returns (bool);

    /// @notice To whom the token was offered; zero if to nobody.
    function pendingPerson() external view returns (address);

    /// @notice Whether the person wants shares of `token` in this token's treasury; also while {leave} brings them back.
    function isDepositAllowed(address token) external view returns (bool);

    /// @notice How many gains were realized; the next one's number.
    function realizationCount() external view returns (uint256);

    /// @notice The person pays a realized gain in, for all holders.
    ///
    /// @dev Emits {Realized}, and {Accrued} or {StreamChanged}.
    ///
    /// Notes:
    /// - `amount` is what the person reports; nothing on the chain can prove that it was a gain.
    /// - Streams merge: all that is left ends at the mean of the ends, weighted by amount and rounded up.
    /// - While fewer than 10¹⁵ wei of shares take part in income, a stream stands still.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - `duration` is at most 1,461 days, and at least a day while pools hold more than a thousandth of all shares,
    ///   else {DurationOutOfRange}
    /// - `evidence` has at most 1,024 bytes
    /// - as for {distribute}; but what streams over a day at least may be paid in when shares just left a pool
    ///
    /// @param amount In wei of the currency.
    /// @param duration Seconds over which it streams; 0 is at once.
    /// @param evidence Link or hash to what backs it.
    /// @return realizationId Number of this gain.
    function realize(uint256 amount, uint256 duration, string calldata evidence)
        external
        payable
        returns (uint256 realizationId);

    /// @notice Lets all that still streams accrue sooner.
    ///
    /// @dev Emits {StreamChanged}, and {Accrued} if something accrued until now.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - `duration` as for {realize}
    /// - something streams, and would end later, else {StreamEndsSooner}
    /// - less than a day: no shares left an excluded pool in this transaction, else {SharesJustLeftPool}
    ///
    /// @param duration Seconds until the new end.
    function shortenStream(uint256 duration) external;

    /// @notice Puts doubts about a realized gain on the record.
    ///
    /// @dev Emits {Disputed}.
    ///
    /// Requirements:
    /// - the caller holds shares, else {OnlyHolder}
    /// - there is such a gain, else {UnknownRealization}
    /// - `uri` has at most 1,024 bytes
    ///
    /// @param realizationId Number of the gain.
    /// @param uri Link or hash to the reasons.
    function dispute(uint256 realizationId, string calldata uri) external;

    /// @notice Issues new shares, in the open.
    ///
    /// @dev Emits {Issued} and Transfer; {Accrued} if something streamed.
    ///
    /// @dev Warning: all that still streams is divided at once among those who hold now. Who buys just before shares in
    /// it; who holds the new shares does not.
    ///
    /// Notes:
    /// - Terms of networks limit the supply that they were made for; issuing beyond it makes them useless.
    /// - What the treasury has not harvested yet is shared with the new shares: harvest before.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - `shares` are above zero, else {ZeroShares}; the supply stays below 2⁹⁶, else {SupplyAboveLimit}
    /// - `to` may receive: approved by the person if the token is closed; no network; a personal token only if its
    ///   person allowed it, and within the bound of what treasuries may hold
    /// - if something streams: pools hold at most a thousandth of all shares, else {StreamStillRuns} (see
    ///   {shortenStream}), and as for {distribute}
    ///
    /// @param to Who receives the shares.
    /// @param shares In wei.
    function issue(address to, uint256 shares) external;

    /// @notice Lets `holder` receive shares of a closed token, or withdraws that.
    ///
    /// @dev Emits {HolderApproved}.
    ///
    /// Notes:
    /// - What a holder has stays: it keeps earning, and may always be sent to the person or an approved holder.
    /// - A network must be approved before anyone can stake this token there.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - the token is closed, else {TransfersAlreadyOpen}
    ///
    /// @param holder Wallet or network.
    /// @param approved Whether it may receive.
    function approveHolder(address holder, bool approved) external;

    /// @notice Lets anybody hold, for ever.
    ///
    /// @dev Emits {TransfersOpened}.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - the token is closed, else {TransfersAlreadyOpen}
    function openTransfers() external;

    /// @notice Lets anybody send shares of `token` to this token's treasury.
    ///
    /// @dev Emits {DepositAllowed}.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - `token` is an equity token and not this one, else {NotEquityToken}
    ///
    /// @dev Warning: what is in the treasury earns for the holders for ever, and can't be withdrawn.
    ///
    /// @param token Equity token whose shares may come.
    function allowDeposit(address token) external;

    /// @notice Takes {allowDeposit} back. What is in the treasury stays.
    ///
    /// @dev Emits {DepositAllowed}.
    ///
    /// Requirements:
    /// - as for {allowDeposit}
    ///
    /// @param token Equity token whose shares may come no more.
    function refuseDeposit(address token) external;

    /// @notice Gives the votes of the treasury's shares in a network to somebody. Until then the person has them who
    /// was there when the first of them came in.
    ///
    /// @dev The network emits DelegateChanged and DelegateVotesChanged.
    ///
    /// Notes:
    /// - Who took a token over should call this once for each network in its treasury.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - `network` is a network, else {NotNetwork}
    ///
    /// @param network Network whose shares are in the treasury.
    /// @param to Who votes with them; zero for nobody.
    function delegateVotes(address network, address to) external;

    /// @notice Takes what was staked for the treasury back out of a network: unstake, for the treasury.
    ///
    /// @dev Emits what the network's unstake emits.
    ///
    /// Notes:
    /// - Own shares that come back are burned; others stay in the treasury.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - `network` is a network, else {NotNetwork}
    /// - as for the network's unstake, with this token as the account
    ///
    /// @param network Network to leave.
    /// @param termsId Exit terms for this token; or founding terms whose stake it received, of a failed founding.
    /// @param amount Member shares to take back, in wei of the member token.
    /// @return shares Network shares burned, in wei.
    function leave(address network, uint256 termsId, uint256 amount) external returns (uint256 shares);

    /// @notice Sets the metadata. Name and symbol stay.
    ///
    /// @dev Emits {ContractURIUpdated} and {ContractURISet}.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - `contractURI_` has at most 8,192 bytes
    ///
    /// @param contractURI_ ERC-7572 metadata.
    function setContractURI(string calldata contractURI_) external;

    /// @notice Offers the token to another wallet of the person's, or takes the offer back.
    ///
    /// @dev Emits {PersonTransferStarted}.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    ///
    /// @param to Who may accept; zero for nobody.
    function transferPerson(address to) external;

    /// @notice Takes the offered token over. Shares, approvals and delegated votes stay as they are.
    ///
    /// @dev Emits {PersonTransferred}.
    ///
    /// Requirements:
    /// - the token was offered to the caller, else {OnlyPendingPerson}
    /// - its supply is as the caller saw it, else {SupplyChanged}
    /// - the caller has no personal token, and never had another one, else the registry's AlreadyLaunched
    ///
    /// @param expectedTotalSupply The supply that the caller saw, in wei: nobody takes over what was diluted meanwhile.
    function acceptPerson(uint256 expectedTotalSupply) external;
}
