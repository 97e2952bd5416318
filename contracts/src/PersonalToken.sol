// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {IPersonalToken} from "./interfaces/IPersonalToken.sol";
import {EquityToken} from "./EquityToken.sol";
import {CurrencyTransfer} from "./libraries/CurrencyTransfer.sol";
import {DividendMath} from "./libraries/DividendMath.sol";
import {TextRules} from "./libraries/TextRules.sol";
import {IncomeKind, TokenKind} from "./types/EquityTypes.sol";

/// @title Equity in a person
contract PersonalToken is IPersonalToken, EquityToken {
    using CurrencyTransfer for address;

    address private _person;
    mapping(address holder => bool) private _approvedHolders;

    constructor(address registry_, address currency_) EquityToken(registry_, currency_) {}

    modifier onlyPerson() {
        if (msg.sender != _person) revert OnlyPerson(msg.sender);
        _;
    }

    /// @notice Makes a clone somebody's token; once, by the registry, in the transaction that creates it.
    /// @param person_ Who controls the token and receives all `shares`.
    /// @param open Whether anybody may hold.
    function initialize(
        address person_,
        string calldata name_,
        string calldata symbol_,
        uint256 shares,
        string calldata contractURI_,
        bool open
    ) external initializer onlyRegistry {
        if (shares == 0) revert SupplyBelowMinimum(0, DividendMath.MIN_SUPPLY);
        __EquityToken_init(name_, symbol_, contractURI_);
        _person = person_;
        if (!open) _closed = true;
        _mint(person_, shares);
    }

    /// @inheritdoc IEquityToken
    function kind() external pure returns (TokenKind) {
        return TokenKind.Personal;
    }

    /// @inheritdoc IPersonalToken
    function person() external view returns (address) {
        return _person;
    }

    /// @inheritdoc IPersonalToken
    function transfersOpen() external view returns (bool) {
        return !_closed;
    }

    /// @inheritdoc IPersonalToken
    function isHolderApproved(address holder) external view returns (bool) {
        return _approvedHolders[holder];
    }

    /// @inheritdoc IPersonalToken
    function totalRealized() external view returns (uint256) {
        return _totalRealized;
    }

    /// @inheritdoc IPersonalToken
    function realizationCount() external view returns (uint256) {
        return _realizationCount;
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(EquityToken, IERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(EquityToken, IERC165) returns (bool) {
        return interfaceId == type(IPersonalToken).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @inheritdoc IPersonalToken
    /// @dev A stream would begin here, instead of the booking, for a duration above 0.
    function realize(uint256 amount, uint256 duration, string calldata evidence)
        external
        payable
        onlyPerson
        nonReentrant
        returns (uint256 realizationId)
    {
        if (duration != 0) revert DurationNotSupported(duration);
        TextRules.requireBounded(evidence, TextRules.MAX_TEXT);
        realizationId = _realizationCount;
        uint256 received = currency().pullFromCaller(amount);
        _book(IncomeKind.Realized, msg.sender, received, evidence);
        emit Realized({
            realizationId: realizationId, person: msg.sender, amount: received, duration: 0, evidence: evidence
        });
    }

    /// @inheritdoc IPersonalToken
    function approveHolder(address holder, bool approved) external onlyPerson {
        if (!_closed) revert TransfersAlreadyOpen();
        _approvedHolders[holder] = approved;
        emit HolderApproved(holder, approved);
    }

    /// @inheritdoc IPersonalToken
    function openTransfers() external onlyPerson {
        if (!_closed) revert TransfersAlreadyOpen();
        _closed = false;
        emit TransfersOpened();
    }

    /// @dev What is held may always go back to the person, so that a closed token is no trap.
    function _refusal(address from, address to, uint256 amount, uint256 balance, bool toToken)
        internal
        view
        override
        returns (bytes memory)
    {
        bytes memory refusal = super._refusal(from, to, amount, balance, toToken);
        if (!_closed || refusal.length != 0) return refusal;
        if (to == address(0) || to == from || to == _person || _approvedHolders[to]) return refusal;
        return abi.encodeWithSelector(HolderNotApproved.selector, to);
    }

    function _requireOutsideFloat(address) internal view override {
        _requireHeldAtMost80Percent(treasuryHeld());
    }
}
