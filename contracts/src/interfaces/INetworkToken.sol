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

    function founded() external view returns (bool);
    function foundersLeft() external view returns (uint256);
    function termsCount() external view returns (uint256);
    function termsOf(uint256 termsId) external view returns (Terms memory terms, uint256 used);
    function positionOf(address member, address account) external view returns (Position memory);
    /// @notice Network shares that a stake would mint now; reverts as the stake would.
    function previewStake(uint256 termsId, address account, uint256 amount) external view returns (uint256 shares);

    function stake(uint256 termsId, uint256 amount, address to, uint256 maxNetworkSupply)
        external
        returns (uint256 shares);
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
