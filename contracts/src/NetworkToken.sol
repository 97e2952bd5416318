// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IEquityRegistry} from "./interfaces/IEquityRegistry.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {INetworkToken} from "./interfaces/INetworkToken.sol";
import {EquityToken} from "./EquityToken.sol";
import {DividendMath} from "./libraries/DividendMath.sol";
import {Founder, Position, Terms, TokenKind} from "./types/EquityTypes.sol";
import {TermsRecord} from "./types/TermsRecord.sol";

/// @title Equity in a collective, which holds equity in its members
/// @dev Terms that votes open, locks and exit terms would add to what is here; all terms are founding terms so far.
contract NetworkToken is INetworkToken, EquityToken {
    using SafeERC20 for IERC20;

    uint256 internal constant MAX_FOUNDERS = 64;
    uint256 internal constant MAX_FOUNDING_PERIOD = 30 days;
    /// @dev Network shares per member share × 1e18.
    uint256 internal constant RATE_ONE = 1e18;

    struct PositionRecord {
        uint96 staked;
        uint96 minted;
    }

    uint96 private _networksHeld;
    uint40 private _foundingEnds;
    uint8 private _foundersLeft;

    TermsRecord[] private _terms;
    mapping(address member => mapping(address account => PositionRecord)) private _positions;

    constructor(address registry_, address currency_) EquityToken(registry_, currency_) {}

    /// @notice Makes a clone a network; once, by the registry, in the transaction that creates it.
    /// @param founders Who stakes what.
    /// @param foundingEnds_ Last second at which founders can stake, Unix time.
    function initialize(
        string calldata name_,
        string calldata symbol_,
        string calldata contractURI_,
        Founder[] calldata founders,
        uint64 foundingEnds_
    ) external initializer onlyRegistry {
        __EquityToken_init(name_, symbol_, contractURI_);
        if (founders.length == 0 || founders.length > MAX_FOUNDERS) {
            revert FounderCountOutOfRange(founders.length, MAX_FOUNDERS);
        }
        uint256 latest = block.timestamp + MAX_FOUNDING_PERIOD;
        if (foundingEnds_ <= block.timestamp || foundingEnds_ > latest) {
            revert FoundingEndOutOfRange(foundingEnds_, latest);
        }
        _foundingEnds = uint40(foundingEnds_);
        _foundersLeft = uint8(founders.length);
        uint256 supply = 0;
        for (uint256 i = 0; i < founders.length; ++i) {
            supply += _addFounder(founders, i);
        }
        if (supply > DividendMath.MAX_SUPPLY) revert SupplyAboveLimit(supply, DividendMath.MAX_SUPPLY);
    }

    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc IEquityToken
    function kind() external pure returns (TokenKind) {
        return TokenKind.Network;
    }

    /// @inheritdoc INetworkToken
    function founded() external view returns (bool) {
        return _terms.length != 0 && _foundersLeft == 0;
    }

    /// @inheritdoc INetworkToken
    function foundersLeft() external view returns (uint256) {
        return _foundersLeft;
    }

    /// @inheritdoc INetworkToken
    function foundingEnds() external view returns (uint64) {
        return _foundingEnds;
    }

    /// @inheritdoc INetworkToken
    function termsCount() external view returns (uint256) {
        return _terms.length;
    }

    /// @inheritdoc INetworkToken
    function termsOf(uint256 termsId) external view returns (Terms memory terms, uint256 used) {
        TermsRecord memory record = _termsAt(termsId);
        return (record.toTerms(), record.used);
    }

    /// @inheritdoc INetworkToken
    function positionOf(address member, address account) external view returns (Position memory) {
        PositionRecord memory record = _positions[member][account];
        return Position({staked: record.staked, minted: record.minted, returned: 0});
    }

    /// @inheritdoc INetworkToken
    function networksHeld() external view returns (uint256) {
        return _networksHeld;
    }

    /// @inheritdoc INetworkToken
    function previewStake(uint256 termsId, address account, uint256 amount) external view returns (uint256 shares) {
        return _sharesFor(termsId, _termsAt(termsId), account, amount);
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(EquityToken, IERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(EquityToken, IERC165) returns (bool) {
        return interfaceId == type(INetworkToken).interfaceId || super.supportsInterface(interfaceId);
    }

    // ------------------------------------------------------------------------------------------------------ stake

    /// @inheritdoc INetworkToken
    function stake(uint256 termsId, uint256 amount, address to, uint256 maxNetworkSupply)
        external
        nonReentrant
        returns (uint256 shares)
    {
        return _stake(termsId, amount, to, maxNetworkSupply);
    }

    /// @inheritdoc INetworkToken
    function stakeWithPermit(
        uint256 termsId,
        uint256 amount,
        address to,
        uint256 maxNetworkSupply,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant returns (uint256 shares) {
        address member = _termsAt(termsId).member;
        try IERC20Permit(member).permit(msg.sender, address(this), amount, deadline, v, r, s) {}
        catch (bytes memory reason) {
            if (IERC20(member).allowance(msg.sender, address(this)) < amount) LowLevelCall.bubbleRevert(reason);
        }
        return _stake(termsId, amount, to, maxNetworkSupply);
    }

    function _stake(uint256 termsId, uint256 amount, address to, uint256 maxNetworkSupply)
        private
        returns (uint256 shares)
    {
        TermsRecord memory terms = _termsAt(termsId);
        shares = _sharesFor(termsId, terms, msg.sender, amount);
        if (to != msg.sender && (to == address(0) || to != IEquityRegistry(registry()).personalTokenOf(msg.sender))) {
            revert ReceiverNotOwn(to);
        }
        uint256 supply = totalSupply() + shares;
        if (supply > maxNetworkSupply) revert NetworkSupplyAboveMaximum(supply, maxNetworkSupply);

        PositionRecord storage position = _positions[terms.member][msg.sender];
        bool complete;
        unchecked {
            // Founding terms are used whole and together mint less than 2⁹⁶; caps are below 2⁹⁶ and of one supply.
            _terms[termsId].used = uint96(terms.used + amount);
            position.staked += uint96(amount);
            position.minted += uint96(shares);
            complete = --_foundersLeft == 0;
        }
        IERC20(terms.member).safeTransferFrom(msg.sender, address(this), amount);
        _mint(to, shares);
        emit Staked({
            termsId: termsId, member: terms.member, account: msg.sender, to: to, amount: amount, shares: shares
        });
        if (complete) emit Founded();
    }

    /// @dev All that the terms ask for, and the shares that they give, rounded down: the network gains.
    function _sharesFor(uint256 termsId, TermsRecord memory terms, address account, uint256 amount)
        private
        view
        returns (uint256 shares)
    {
        if (account != terms.account) revert TermsNotForAccount(termsId, terms.account, account);
        if (block.timestamp < terms.opensAt) revert TermsNotOpenYet(termsId, terms.opensAt);
        if (block.timestamp > terms.expiry) revert TermsExpired(termsId, terms.expiry);
        uint256 left = terms.cap - terms.used;
        if (amount > left) revert TermsOverfilled(termsId, amount, left);
        if (amount != terms.cap) revert FounderStakesWhole(termsId, amount, terms.cap);
        uint256 memberSupply = IERC20(terms.member).totalSupply();
        if (memberSupply > terms.maxMemberSupply) revert MemberSupplyAboveTerms(memberSupply, terms.maxMemberSupply);
        return Math.mulDiv(amount, terms.rate, RATE_ONE);
    }

    function _termsAt(uint256 termsId) private view returns (TermsRecord memory) {
        if (termsId >= _terms.length) revert UnknownTerms(termsId);
        return _terms[termsId];
    }

    /// @dev Turns the founder at `index` into terms, and returns the shares that they will mint.
    function _addFounder(Founder[] calldata founders, uint256 index) private returns (uint256 shares) {
        Founder calldata founder = founders[index];
        if (founder.account == address(0)) revert FounderWithoutAccount(index);
        if (founder.member == address(this)) revert MemberIsNetwork(founder.member);
        if (!IEquityRegistry(registry()).isEquityToken(founder.member)) revert NotEquityToken(founder.member);
        for (uint256 i = 0; i < index; ++i) {
            if (founders[i].account == founder.account && founders[i].member == founder.member) {
                revert FounderNamedTwice(index, founder.member, founder.account);
            }
        }
        if (founder.rate > type(uint128).max) revert RateAboveLimit(index, founder.rate, type(uint128).max);
        if (founder.stake > DividendMath.MAX_SUPPLY) revert SupplyAboveLimit(founder.stake, DividendMath.MAX_SUPPLY);
        // Anyone may be the first to stake, so each stake alone must make a supply that can be.
        shares = Math.mulDiv(founder.stake, founder.rate, RATE_ONE);
        if (shares < DividendMath.MIN_SUPPLY) revert SupplyBelowMinimum(shares, DividendMath.MIN_SUPPLY);

        TermsRecord memory record = TermsRecord({
            member: founder.member,
            cap: uint96(founder.stake),
            account: founder.account,
            used: 0,
            rate: uint128(founder.rate),
            opensAt: uint40(block.timestamp),
            expiry: _foundingEnds,
            lockup: 0,
            sponsor: address(0),
            // No supply is above the limit, so nothing is lost by writing more than that as the limit.
            maxMemberSupply: uint96(Math.min(founder.maxMemberSupply, DividendMath.MAX_SUPPLY))
        });
        _terms.push(record);
        emit TermsCreated(index, record.toTerms());
    }

    // ------------------------------------------------------------------------------------------------------ float

    function _changeTreasuryHeld(address treasury, uint256 received, uint256 given) internal override {
        super._changeTreasuryHeld(treasury, received, given);
        if (_isNetwork(treasury)) _networksHeld = uint96(_networksHeld + received - given);
    }

    /// @dev What members' own treasuries hold of their network leaks to people through them: it is neither counted nor
    /// refused.
    function _requireOutsideFloat(address receiver) internal view override {
        if (_isNetwork(receiver)) _requireHeldAtMost80Percent(_networksHeld);
    }

    function _isNetwork(address treasury) private view returns (bool) {
        return IEquityRegistry(registry()).kindOf(treasury) == TokenKind.Network;
    }
}
