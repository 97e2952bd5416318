// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Founder, TokenKind} from "../types/EquityTypes.sol";

/// @title Where tokens are made and looked up
interface IEquityRegistry {
    /// @notice The protocol's fixed facts, once, at deployment.
    event RegistryDeployed(address indexed currency, uint8 currencyDecimals, string currencySymbol);

    event PersonalTokenLaunched(
        address indexed token,
        address indexed person,
        string name,
        string symbol,
        uint256 shares,
        string contractURI,
        bool open
    );

    event NetworkFormed(
        address indexed network,
        address indexed creator,
        string name,
        string symbol,
        string contractURI,
        uint256 founders,
        uint64 foundingEnds
    );

    function currency() external view returns (address);
    function personalTokenImplementation() external view returns (address);
    function networkTokenImplementation() external view returns (address);
    function isEquityToken(address token) external view returns (bool);
    function kindOf(address token) external view returns (TokenKind);
    function personalTokenOf(address person) external view returns (address);
    function networkCountOf(address creator) external view returns (uint256);
    /// @notice Address of the token that `creator` would launch, or of its `index`th network.
    function predictToken(address creator, TokenKind kind, uint256 index) external view returns (address);

    /// @notice Launches the caller's personal token; all `shares` go to the caller.
    function launch(
        string calldata name,
        string calldata symbol,
        uint256 shares,
        string calldata contractURI,
        bool open
    ) external returns (address token);

    /// @notice Forms a network whose founders have until `foundingEnds` to stake.
    function form(
        string calldata name,
        string calldata symbol,
        string calldata contractURI,
        Founder[] calldata founders,
        uint64 foundingEnds
    ) external returns (address network);
}
