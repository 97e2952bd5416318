// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Hop} from "../types/EquityTypes.sol";

/// @title Harvests along the ownership graph, then claims, in one transaction
interface ISettlement {
    event HopFailed(uint256 indexed hop, bytes reason);
    event Settled(address indexed account, address indexed caller, uint256 paid);

    /// @param hops Harvests in order.
    /// @param claims Tokens to claim for `account` afterwards.
    /// @param minPaid Reverts when less would be paid, in wei of the currency.
    /// @param deadline Last second at which the call may run, Unix time.
    function settle(Hop[] calldata hops, address[] calldata claims, address account, uint256 minPaid, uint256 deadline)
        external
        returns (uint256 paid);
}
