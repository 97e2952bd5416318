// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITextErrors} from "./ITextErrors.sol";
import {Founder, GovernanceSettings, TokenKind} from "../types/EquityTypes.sol";

/// @title Where tokens are made and looked up
/// @notice Nobody administers it: the currency, the pool factory and the implementations are fixed at deployment.
interface IEquityRegistry is ITextErrors {
    /// @notice The protocol's fixed facts, once, at deployment.
    /// @param currency What gains are paid in; zero is the chain's native coin.
    /// @param currencyDecimals 18 for the native coin.
    /// @param currencySymbol Empty for the native coin, which the chain names.
    /// @param poolFactory Uniswap v3 factory whose pools can be excluded; zero if there is none.
    event RegistryDeployed(
        address indexed currency, uint8 currencyDecimals, string currencySymbol, address poolFactory
    );

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
        address governor,
        string name,
        string symbol,
        string contractURI,
        uint256 founders,
        uint64 foundingEnds
    );

    /// @notice The implementation was made for another registry, another currency, another kind of token, or another
    /// length of the day than the other implementations.
    error ImplementationDoesNotFit(address implementation);

    /// @notice Amounts of a currency with so few decimals would be rounded too coarsely.
    error CurrencyDecimalsTooFew(uint8 decimals, uint8 minimum);

    /// @notice The person has a personal token, or had one and handed it over: one a person, for ever.
    error AlreadyLaunched(address person, address token);

    /// @notice Only a person's personal token may do this.
    error OnlyPersonalToken(address caller);

    /// @notice A token is personal or a network.
    error KindUnknown(TokenKind kind);

    /// @notice What gains are paid in; zero is the chain's native coin.
    function currency() external view returns (address);

    /// @notice What personal tokens are clones of.
    function personalTokenImplementation() external view returns (address);

    /// @notice What networks are clones of.
    function networkTokenImplementation() external view returns (address);

    /// @notice What governors of networks are clones of.
    function governorImplementation() external view returns (address);

    /// @notice Uniswap v3 factory whose pools can be excluded from income; zero if there is none.
    function poolFactory() external view returns (address);

    /// @notice Whether this registry made the token.
    function isEquityToken(address token) external view returns (bool);

    /// @notice Personal, network, or none if this registry did not make it.
    function kindOf(address token) external view returns (TokenKind);

    /// @notice The personal token that a wallet controls; zero if none. Moves when a token is handed over.
    function personalTokenOf(address person) external view returns (address);

    /// @notice How many networks a creator formed; the next one's index.
    function networkCountOf(address creator) external view returns (uint256);

    /// @notice Address of the token that `creator` would launch, or of its `index`th network.
    /// @dev Reverts with {KindUnknown} for no kind.
    /// @param creator Who would call {launch} or {form}.
    /// @param kind Personal or network.
    /// @param index Counts a creator's networks from 0; of no effect for a personal token.
    function predictToken(address creator, TokenKind kind, uint256 index) external view returns (address);

    /// @notice Launches the caller's personal token; all `shares` go to the caller.
    ///
    /// @dev Emits {PersonalTokenLaunched}, then the token's Transfer.
    ///
    /// Requirements:
    /// - the caller has no personal token and never had one, else {AlreadyLaunched}
    /// - `name` has 1 to 64 bytes, `symbol` 1 to 16: UTF-8 without control, direction and invisible characters (joiners
    ///   only behind a character beyond ASCII), and spaces only single and inside
    /// - `contractURI` has at most 8,192 bytes
    /// - `shares` are 10¹⁵ to 2⁹⁶ − 1 wei
    ///
    /// @param name Name, such as `Ada Okafor`.
    /// @param symbol Symbol, such as `ADA`.
    /// @param shares First supply, in wei (18 decimals).
    /// @param contractURI ERC-7572 metadata.
    /// @param open Whether anybody may hold; if not, only holders that the person approves.
    /// @return token The new token.
    function launch(
        string calldata name,
        string calldata symbol,
        uint256 shares,
        string calldata contractURI,
        bool open
    ) external returns (address token);

    /// @notice Forms a network whose founders have until `foundingEnds` to stake, and its governor.
    ///
    /// @dev Emits {NetworkFormed}, then the network's TermsCreated for each founder, and the governor's settings.
    ///
    /// Notes:
    /// - The creator gets nothing by it, and need not be a founder.
    /// - A founder's shares must not number less than 10¹⁵ wei, so that any founder can be the first.
    ///
    /// Requirements:
    /// - texts as for {launch}
    /// - 1 to 64 founders, each with an account, a member token of this registry that is not the network, a stake of at
    ///   most 2⁹⁶ − 1 wei and a rate below 2¹²⁸; nobody twice for the same member token
    /// - all stakes together mint at most 2⁹⁶ − 1 wei
    /// - `foundingEnds` is to come, and at most 30 days away
    /// - `settings` within the governor's bounds
    ///
    /// @param name Name, such as `Harbour Collective`.
    /// @param symbol Symbol, such as `HARB`.
    /// @param contractURI ERC-7572 metadata.
    /// @param founders Who stakes what; becomes terms numbered in this order.
    /// @param foundingEnds Last second at which founders can stake, Unix time.
    /// @param settings How the members vote.
    /// @return network The new network.
    /// @return governor Its governor, which may open and cancel terms, and set metadata and its own settings.
    function form(
        string calldata name,
        string calldata symbol,
        string calldata contractURI,
        Founder[] calldata founders,
        uint64 foundingEnds,
        GovernanceSettings calldata settings
    ) external returns (address network, address governor);

    /// @notice Notes that the calling personal token was handed over; for personal tokens only.
    ///
    /// Requirements:
    /// - the caller is the personal token of `from`, else {OnlyPersonalToken}
    /// - `to` has no personal token, and never had another one, else {AlreadyLaunched}
    ///
    /// @param from Who controlled the token until now.
    /// @param to Who controls it from now on.
    function movePersonalToken(address from, address to) external;
}
