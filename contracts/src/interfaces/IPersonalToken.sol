// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "./IEquityToken.sol";

/// @title Equity in a person
/// @notice Shares are claims on the gains that the person realizes. They give no control over the person.
interface IPersonalToken is IEquityToken {
    /// @notice The person paid in a realized gain.
    /// @param realizationId Counts from 0.
    /// @param duration Seconds over which it streams; 0 is at once.
    /// @param evidence Link or hash to what backs it.
    event Realized(
        uint256 indexed realizationId, address indexed person, uint256 amount, uint256 duration, string evidence
    );

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

    /// @notice Gains are paid at once: the only duration is 0 seconds.
    error DurationNotSupported(uint256 duration);

    /// @notice The wallet that controls the token.
    function person() external view returns (address);

    /// @notice Whether anybody may hold; if not, only the person and approved holders may receive.
    function transfersOpen() external view returns (bool);

    /// @notice Whether the person approved this holder. Tells nothing once transfers are open.
    function isHolderApproved(address holder) external view returns (bool);

    /// @notice Gains realized over the token's life, in wei of the currency, as reported by the person.
    function totalRealized() external view returns (uint256);

    /// @notice How many gains were realized; the next one's number.
    function realizationCount() external view returns (uint256);

    /// @notice The person pays a realized gain in, for all holders.
    ///
    /// @dev Emits {Accrued}, {IncomeReceived} and {Realized}.
    ///
    /// Notes:
    /// - `amount` is what the person reports; nothing on the chain can prove that it was a gain.
    ///
    /// Requirements:
    /// - the caller is the person, else {OnlyPerson}
    /// - `duration` is 0, else {DurationNotSupported}
    /// - `evidence` has at most 1,024 bytes
    /// - as for {distribute}
    ///
    /// @param amount In wei of the currency.
    /// @param duration Seconds over which it streams; 0 is at once.
    /// @param evidence Link or hash to what backs it.
    /// @return realizationId Number of this gain.
    function realize(uint256 amount, uint256 duration, string calldata evidence)
        external
        payable
        returns (uint256 realizationId);

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
}
