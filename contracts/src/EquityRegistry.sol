// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IEquityRegistry} from "./interfaces/IEquityRegistry.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {TextRules} from "./libraries/TextRules.sol";
import {NetworkToken} from "./NetworkToken.sol";
import {PersonalToken} from "./PersonalToken.sol";
import {Founder, TokenKind} from "./types/EquityTypes.sol";

/// @title Where tokens are made and looked up
contract EquityRegistry is IEquityRegistry {
    /// @dev A currency is divided among millions of shares: fewer decimals would lose too much to rounding.
    uint8 private constant MIN_CURRENCY_DECIMALS = 6;

    /// @inheritdoc IEquityRegistry
    address public immutable currency;
    /// @inheritdoc IEquityRegistry
    address public immutable personalTokenImplementation;
    /// @inheritdoc IEquityRegistry
    address public immutable networkTokenImplementation;

    /// @inheritdoc IEquityRegistry
    mapping(address token => TokenKind) public kindOf;
    /// @inheritdoc IEquityRegistry
    mapping(address person => address token) public personalTokenOf;
    /// @inheritdoc IEquityRegistry
    mapping(address creator => uint256) public networkCountOf;

    /// @param currency_ What gains are paid in; zero is the chain's native coin.
    /// @param personalTokenImplementation_ Made beforehand for this registry's future address.
    /// @param networkTokenImplementation_ Made beforehand for this registry's future address.
    constructor(address currency_, address personalTokenImplementation_, address networkTokenImplementation_) {
        _requireFits(personalTokenImplementation_, currency_, TokenKind.Personal);
        _requireFits(networkTokenImplementation_, currency_, TokenKind.Network);
        currency = currency_;
        personalTokenImplementation = personalTokenImplementation_;
        networkTokenImplementation = networkTokenImplementation_;

        uint8 decimals = 18;
        string memory symbol = "";
        if (currency_ != address(0)) {
            decimals = IERC20Metadata(currency_).decimals();
            symbol = IERC20Metadata(currency_).symbol();
        }
        if (decimals < MIN_CURRENCY_DECIMALS) revert CurrencyDecimalsTooFew(decimals, MIN_CURRENCY_DECIMALS);
        emit RegistryDeployed({currency: currency_, currencyDecimals: decimals, currencySymbol: symbol});
    }

    /// @inheritdoc IEquityRegistry
    function isEquityToken(address token) external view returns (bool) {
        return kindOf[token] != TokenKind.None;
    }

    /// @inheritdoc IEquityRegistry
    function predictToken(address creator, TokenKind kind, uint256 index) external view returns (address) {
        if (kind == TokenKind.None) revert KindUnknown(kind);
        return kind == TokenKind.Personal
            ? Clones.predictDeterministicAddress(personalTokenImplementation, _salt(creator, 0))
            : Clones.predictDeterministicAddress(networkTokenImplementation, _salt(creator, index));
    }

    /// @inheritdoc IEquityRegistry
    function launch(
        string calldata name,
        string calldata symbol,
        uint256 shares,
        string calldata contractURI,
        bool open
    ) external returns (address token) {
        _requireTexts(name, symbol, contractURI);
        address existing = personalTokenOf[msg.sender];
        if (existing != address(0)) revert AlreadyLaunched(msg.sender, existing);

        token = Clones.cloneDeterministic(personalTokenImplementation, _salt(msg.sender, 0));
        kindOf[token] = TokenKind.Personal;
        personalTokenOf[msg.sender] = token;
        // Before the token's own events, so that an indexer knows the token when it meets them.
        emit PersonalTokenLaunched({
            token: token,
            person: msg.sender,
            name: name,
            symbol: symbol,
            shares: shares,
            contractURI: contractURI,
            open: open
        });
        PersonalToken(payable(token))
            .initialize({
            person_: msg.sender, name_: name, symbol_: symbol, shares: shares, contractURI_: contractURI, open: open
        });
    }

    /// @inheritdoc IEquityRegistry
    function form(
        string calldata name,
        string calldata symbol,
        string calldata contractURI,
        Founder[] calldata founders,
        uint64 foundingEnds
    ) external returns (address network) {
        _requireTexts(name, symbol, contractURI);
        uint256 index = networkCountOf[msg.sender]++;
        network = Clones.cloneDeterministic(networkTokenImplementation, _salt(msg.sender, index));
        kindOf[network] = TokenKind.Network;
        emit NetworkFormed({
            network: network,
            creator: msg.sender,
            name: name,
            symbol: symbol,
            contractURI: contractURI,
            founders: founders.length,
            foundingEnds: foundingEnds
        });
        NetworkToken(payable(network))
            .initialize({
            name_: name, symbol_: symbol, contractURI_: contractURI, founders: founders, foundingEnds_: foundingEnds
        });
    }

    /// @dev Bound to the creator: nobody can take an address that somebody else was promised.
    function _salt(address creator, uint256 index) private pure returns (bytes32) {
        return keccak256(abi.encode(creator, index));
    }

    function _requireTexts(string calldata name, string calldata symbol, string calldata contractURI) private pure {
        TextRules.requireLabel(name, TextRules.MAX_NAME);
        TextRules.requireLabel(symbol, TextRules.MAX_SYMBOL);
        TextRules.requireBounded(contractURI, TextRules.MAX_CONTRACT_URI);
    }

    function _requireFits(address implementation, address currency_, TokenKind kind) private view {
        IEquityToken token = IEquityToken(implementation);
        bool fits = token.registry() == address(this) && token.currency() == currency_ && token.kind() == kind;
        if (!fits) revert ImplementationDoesNotFit(implementation);
    }
}
