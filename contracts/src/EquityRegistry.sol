// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IEquityRegistry} from "./interfaces/IEquityRegistry.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {INetworkShares} from "./interfaces/INetworkShares.sol";
import {TextRules} from "./libraries/TextRules.sol";
import {NetworkAdmission} from "./NetworkAdmission.sol";
import {NetworkGovernor} from "./NetworkGovernor.sol";
import {PersonalToken} from "./PersonalToken.sol";
import {Founder, GovernanceSettings, NetworkSetup, TokenKind} from "./types/EquityTypes.sol";

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
    address public immutable governorImplementation;
    /// @inheritdoc IEquityRegistry
    address public immutable poolFactory;

    /// @inheritdoc IEquityRegistry
    mapping(address token => TokenKind) public kindOf;
    /// @inheritdoc IEquityRegistry
    mapping(address person => address token) public personalTokenOf;
    /// @inheritdoc IEquityRegistry
    mapping(address creator => uint256) public networkCountOf;
    /// @dev The token that a wallet had and handed over.
    mapping(address person => address token) private _formerTokenOf;

    /// @param currency_ What gains are paid in; zero is the chain's native coin.
    /// @param poolFactory_ Uniswap v3 factory whose pools can be excluded; zero if the chain has none.
    /// @param personalTokenImplementation_ Made beforehand for this registry's future address, like the next two.
    constructor(
        address currency_,
        address poolFactory_,
        address personalTokenImplementation_,
        address networkTokenImplementation_,
        address governorImplementation_
    ) {
        _requireFits(personalTokenImplementation_, currency_, TokenKind.Personal);
        _requireFits(networkTokenImplementation_, currency_, TokenKind.Network);
        _requireGoverns(governorImplementation_, networkTokenImplementation_);
        currency = currency_;
        poolFactory = poolFactory_;
        personalTokenImplementation = personalTokenImplementation_;
        networkTokenImplementation = networkTokenImplementation_;
        governorImplementation = governorImplementation_;

        uint8 decimals = 18;
        string memory symbol = "";
        if (currency_ != address(0)) {
            decimals = IERC20Metadata(currency_).decimals();
            symbol = IERC20Metadata(currency_).symbol();
        }
        if (decimals < MIN_CURRENCY_DECIMALS) revert CurrencyDecimalsTooFew(decimals, MIN_CURRENCY_DECIMALS);
        emit RegistryDeployed({
            currency: currency_, currencyDecimals: decimals, currencySymbol: symbol, poolFactory: poolFactory_
        });
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
        _requireTokenless(msg.sender, address(0));
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
        uint64 foundingEnds,
        GovernanceSettings calldata settings
    ) external returns (address network, address governor) {
        _requireTexts(name, symbol, contractURI);
        NetworkSetup memory setup;
        (setup.name, setup.symbol, setup.contractURI) = (name, symbol, contractURI);
        (setup.founders, setup.foundingEnds) = (founders, foundingEnds);
        (network, governor) = _form(setup);
        NetworkGovernor(payable(governor)).initialize(network, settings);
    }

    function _form(NetworkSetup memory setup) private returns (address network, address governor) {
        bytes32 salt = _salt(msg.sender, networkCountOf[msg.sender]++);
        network = Clones.cloneDeterministic(networkTokenImplementation, salt);
        governor = Clones.cloneDeterministic(governorImplementation, salt);
        kindOf[network] = TokenKind.Network;
        emit NetworkFormed({
            network: network,
            creator: msg.sender,
            governor: governor,
            name: setup.name,
            symbol: setup.symbol,
            contractURI: setup.contractURI,
            founders: setup.founders.length,
            foundingEnds: setup.foundingEnds
        });
        NetworkAdmission(network).initialize(governor, setup);
    }

    /// @inheritdoc IEquityRegistry
    function movePersonalToken(address from, address to) external {
        if (personalTokenOf[from] != msg.sender) revert OnlyPersonalToken(msg.sender);
        _requireTokenless(to, msg.sender);
        delete personalTokenOf[from];
        _formerTokenOf[from] = msg.sender;
        personalTokenOf[to] = msg.sender;
    }

    /// @dev One token a person, for ever: neither has one now, nor ever had another.
    /// @param own A token that this person may have had, and that comes back.
    function _requireTokenless(address person, address own) private view {
        address existing = personalTokenOf[person];
        if (existing == address(0) && _formerTokenOf[person] != own) existing = _formerTokenOf[person];
        if (existing != address(0)) revert AlreadyLaunched(person, existing);
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

    /// @dev The governor and the half of a network that takes in members are this registry's, and count the same days.
    function _requireGoverns(address governor_, address network) private view {
        NetworkGovernor governor = NetworkGovernor(payable(governor_));
        NetworkAdmission admission = NetworkAdmission(INetworkShares(network).admission());
        if (admission.registry() != address(this)) revert ImplementationDoesNotFit(address(admission));
        bool fits = governor.registry() == address(this) && governor.secondsPerDay() == admission.secondsPerDay();
        if (!fits) revert ImplementationDoesNotFit(governor_);
    }

    function _requireFits(address implementation, address currency_, TokenKind kind) private view {
        IEquityToken token = IEquityToken(implementation);
        bool fits = token.registry() == address(this) && token.currency() == currency_ && token.kind() == kind;
        if (!fits) revert ImplementationDoesNotFit(implementation);
    }
}
