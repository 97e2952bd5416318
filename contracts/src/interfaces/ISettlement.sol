// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Hop} from "../types/EquityTypes.sol";

/// @title Harvests along the ownership graph, then claims, in one transaction
/// @notice Holds nothing and may do nothing that anybody could not do: every call it makes is open to all.
interface ISettlement {
    /// @notice A harvest or claim had nothing or was refused, and was passed over.
    /// @param hop Index of the hop; claims are numbered on after the hops.
    /// @param reason Encoded error of the token, or of an account that refused the currency; empty above 1,024 bytes.
    event HopFailed(uint256 indexed hop, bytes reason);

    /// @notice The settlement is done.
    /// @param paid What the account was paid by the claims, in wei of the currency.
    event Settled(address indexed account, address indexed caller, uint256 paid);

    /// @notice The deadline has passed; Unix time.
    error DeadlinePassed(uint256 deadline, uint256 time);

    /// @notice The account would be paid less than asked for, in wei of the currency.
    error PaidTooLittle(uint256 paid, uint256 minPaid);

    /// @notice The registry whose tokens this settles.
    function registry() external view returns (address);

    /// @notice Harvests `hop.holder` ← `hop.source` in order, then claims for `account`.
    ///
    /// @dev Emits {HopFailed} for what was passed over, {Settled}, and what the tokens emit.
    ///
    /// Notes:
    /// - Neighbouring hops with the same `repeats` are one circle: they are turned together, so many times. It is
    ///   left early when a whole turn brought nothing.
    /// - A simulation at a block's state and time stamp equals, to the wei, what a transaction in that block pays.
    ///
    /// Requirements:
    /// - the block's time is at most `deadline`, else {DeadlinePassed}
    /// - the claims pay at least `minPaid`, else {PaidTooLittle} and nothing happens
    ///
    /// @param hops Harvests in order.
    /// @param claims Tokens to claim for `account` afterwards.
    /// @param account Who is paid.
    /// @param minPaid Reverts when less would be paid, in wei of the currency.
    /// @param deadline Last second at which the call may run, Unix time.
    /// @return paid What the account was paid by the claims, in wei of the currency.
    function settle(Hop[] calldata hops, address[] calldata claims, address account, uint256 minPaid, uint256 deadline)
        external
        returns (uint256 paid);
}
