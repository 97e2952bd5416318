// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "./IEquityToken.sol";

/// @title Equity in a person
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

    function person() external view returns (address);
    function transfersOpen() external view returns (bool);
    function isHolderApproved(address holder) external view returns (bool);
    /// @notice Gains realized over the token's life, in wei of the currency.
    function totalRealized() external view returns (uint256);
    function realizationCount() external view returns (uint256);

    function realize(uint256 amount, uint256 duration, string calldata evidence)
        external
        payable
        returns (uint256 realizationId);
    function approveHolder(address holder, bool approved) external;
    function openTransfers() external;
}
