// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import {IEquityToken} from "./IEquityToken.sol";

/// @title A network's shares: an equity token whose shares vote, and may be locked
/// @notice A wallet votes for itself from its first shares, until it delegates; a personal token's treasury by who
/// was its person when the first shares came in, until its person delegates. Treasuries of networks and excluded pools have no votes.
/// @dev The half of a network that is {NetworkToken}.
interface INetworkShares is IEquityToken, IERC5805 {
    /// @notice So many of the account's shares don't move before `until`, Unix time.
    event SharesLockChanged(address indexed account, uint256 amount, uint256 until);

    /// @notice Only the network's other half may do this.
    error OnlySelf(address caller);

    /// @notice So many of the account's shares don't move before `until`, Unix time.
    error SharesLocked(address account, uint256 amount, uint256 until);

    /// @notice Shares of this network that other networks hold, in wei.
    function networksHeld() external view returns (uint256);

    /// @notice The contract whose code does what {INetworkAdmission} says, on this network's state.
    function admission() external view returns (address);

    /// @notice Mints what a stake gives; for the network's other half only.
    ///
    /// @dev Emits Transfer, what votes emit, and {SharesLockChanged} for a lockup.
    ///
    /// Requirements:
    /// - the caller is this network itself, else {OnlySelf}
    ///
    /// @param to Who receives the shares.
    /// @param shares In wei.
    /// @param lockup Seconds for which they don't move.
    function mintStaked(address to, uint256 shares, uint256 lockup) external;

    /// @notice Harvests the member token, then burns what an unstake takes; for the network's other half only.
    ///
    /// @dev Emits Transfer, what votes emit, {SharesLockChanged} if locked shares are burned, and what a harvest emits.
    ///
    /// Requirements:
    /// - the caller is this network itself, else {OnlySelf}
    /// - the account has the shares
    ///
    /// @param account Whose shares are burned.
    /// @param shares In wei.
    /// @param source Member token that may owe the network income.
    function burnUnstaked(address account, uint256 shares, address source) external;
}
