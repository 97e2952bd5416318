// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {INetworkAdmission} from "./interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "./interfaces/INetworkGovernor.sol";
import {INetworkShares} from "./interfaces/INetworkShares.sol";
import {IPersonalToken} from "./interfaces/IPersonalToken.sol";
import {EquityStorage} from "./base/EquityStorage.sol";
import {Labels} from "./base/Labels.sol";
import {NetworkStorage} from "./base/NetworkStorage.sol";
import {LabelStore} from "./libraries/LabelStore.sol";
import {TermsBook} from "./libraries/TermsBook.sol";
import {TextRules} from "./libraries/TextRules.sol";
import {FoundingStatus, NetworkSetup, Position, Terms, TermsKind, TokenKind} from "./types/EquityTypes.sol";
import {PositionRecord} from "./types/PositionRecord.sol";
import {TermsRecord} from "./types/TermsRecord.sol";

/// @title How a network takes in members, and how they leave
/// @dev Networks run this code by delegatecall: see {NetworkToken}, which has the shares and the money. How terms come
/// about is in {TermsBook}; here they are used.
contract NetworkAdmission is INetworkAdmission, NetworkStorage, Labels, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev Terms that votes open can be used so many days later: who disagrees can sell first.
    uint256 private constant OPENING_DELAY_DAYS = 2;
    /// @dev How long founders can take their stakes back at least, after a founding failed.
    uint256 private constant MIN_TAKE_BACK_PERIOD = 14 days;

    /// @inheritdoc INetworkAdmission
    uint256 public immutable secondsPerDay;

    /// @param secondsPerDay_ What the opening delay counts in: 86,400 but for local chains.
    /// @param registry_ The registry of the networks that run this code.
    constructor(address registry_, uint256 secondsPerDay_) EquityStorage(registry_) {
        secondsPerDay = secondsPerDay_;
        // So that this contract, which is no network itself, can't be made one.
        _labelVersion = LabelStore.NONE;
    }

    modifier onlyGovernor() {
        if (msg.sender != _governor) revert OnlyGovernor(msg.sender);
        _;
    }

    /// @notice Makes a clone a network; once, by the registry, in the transaction that creates it.
    function initialize(address governor_, NetworkSetup calldata setup) external onlyInCreation {
        _writeLabels(setup.name, setup.symbol, setup.contractURI);
        TermsBook.addFounders(_terms, setup.founders, setup.foundingEnds, REGISTRY);
        _governor = governor_;
        _termsCount = uint64(setup.founders.length);
        _foundingEnds = uint40(setup.foundingEnds);
        _foundersLeft = uint8(setup.founders.length);
    }

    // ------------------------------------------------------------------------------------------------------ views

    /// @notice The registry of the networks that run this code. Networks answer for themselves.
    function registry() external view returns (address) {
        return address(REGISTRY);
    }

    /// @inheritdoc INetworkAdmission
    function governor() external view returns (address) {
        return _governor;
    }

    /// @inheritdoc INetworkAdmission
    function founded() external view returns (bool) {
        return foundingStatus() == FoundingStatus.Complete;
    }

    /// @inheritdoc INetworkAdmission
    function foundingStatus() public view returns (FoundingStatus) {
        if (_foundersLeft == 0 && _termsCount != 0) return FoundingStatus.Complete;
        return block.timestamp <= _foundingEnds ? FoundingStatus.Open : FoundingStatus.Failed;
    }

    /// @inheritdoc INetworkAdmission
    function foundersLeft() external view returns (uint256) {
        return _foundersLeft;
    }

    /// @inheritdoc INetworkAdmission
    function foundingEnds() external view returns (uint64) {
        return _foundingEnds;
    }

    /// @inheritdoc INetworkAdmission
    function termsCount() external view returns (uint256) {
        return _termsCount;
    }

    /// @inheritdoc INetworkAdmission
    function termsOf(uint256 termsId) external view returns (Terms memory terms, uint256 used) {
        TermsRecord memory record = _termsAt(termsId);
        return (record.toTerms(), record.used);
    }

    /// @inheritdoc INetworkAdmission
    function termsKindOf(uint256 termsId) external view returns (TermsKind) {
        return _termsAt(termsId).kind;
    }

    /// @inheritdoc INetworkAdmission
    function positionOf(address member, address account) external view returns (Position memory) {
        return _positions[member][account].toPosition();
    }

    /// @inheritdoc INetworkAdmission
    function previewStake(uint256 termsId, address account, uint256 amount) external view returns (uint256 shares) {
        return _sharesFor(termsId, _termsAt(termsId), account, amount);
    }

    /// @inheritdoc INetworkAdmission
    function previewUnstake(uint256 termsId, address account, uint256 amount) external view returns (uint256 shares) {
        return _sharesToBurn(termsId, _termsAt(termsId), account, amount);
    }

    // ------------------------------------------------------------------------------------------------------ stake

    /// @inheritdoc INetworkAdmission
    function stake(uint256 termsId, uint256 amount, address to, uint256 maxNetworkSupply)
        external
        nonReentrant
        returns (uint256 shares)
    {
        return _stake(termsId, amount, to, maxNetworkSupply);
    }

    /// @inheritdoc INetworkAdmission
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
        if (to != msg.sender && (to == address(0) || to != REGISTRY.personalTokenOf(msg.sender))) {
            revert ReceiverNotOwn(to);
        }
        uint256 supply = _supply + shares;
        if (supply > maxNetworkSupply) revert NetworkSupplyAboveMaximum(supply, maxNetworkSupply);

        PositionRecord storage position = _positions[terms.member][to];
        unchecked {
            // What is used is at most the cap, which is below 2⁹⁶.
            _terms[termsId].used = uint96(terms.used + amount);
            position.staked += uint128(amount);
            position.minted += uint128(shares);
        }
        bool complete = terms.kind == TermsKind.Founding && _countFounder(termsId, to);
        IERC20(terms.member).safeTransferFrom(msg.sender, address(this), amount);
        INetworkShares(address(this)).mintStaked(to, shares, terms.lockup);
        emit Staked({
            termsId: termsId, member: terms.member, account: msg.sender, to: to, amount: amount, shares: shares
        });
        if (complete) emit Founded();
    }

    /// @return complete Whether this founder was the last.
    function _countFounder(uint256 termsId, address to) private returns (bool complete) {
        if (to != msg.sender) _receivers[termsId] = to;
        unchecked {
            // Each founder stakes once.
            return --_foundersLeft == 0;
        }
    }

    /// @dev All that entry terms ask for, and the shares that they give.
    function _sharesFor(uint256 termsId, TermsRecord memory terms, address account, uint256 amount)
        private
        view
        returns (uint256 shares)
    {
        if (terms.kind == TermsKind.Exit) revert WrongTermsKind(termsId, terms.kind);
        _requireUsable(termsId, terms, account, amount);
        if (terms.kind == TermsKind.Founding && amount != terms.cap) {
            revert FounderStakesWhole(termsId, amount, terms.cap);
        }
        uint256 memberSupply = IERC20(terms.member).totalSupply();
        if (memberSupply > terms.maxMemberSupply) revert MemberSupplyAboveTerms(memberSupply, terms.maxMemberSupply);
        shares = TermsBook.sharesDown(amount, terms.rate);
        if (shares == 0) revert StakeRoundsToZero(amount, terms.rate);
        // What the terms promise was measured by a supply that may have shrunk since.
        if (terms.kind == TermsKind.Entry && _lastExit + openingDelay() >= terms.opensAt) {
            TermsBook.requireLittleDilution(_terms, _termsCount, shares, block.timestamp, _supply, false);
        }
    }

    function _requireUsable(uint256 termsId, TermsRecord memory terms, address account, uint256 amount) private view {
        if (terms.account != address(0) && account != terms.account) {
            revert TermsNotForAccount(termsId, terms.account, account);
        }
        if (block.timestamp < terms.opensAt) revert TermsNotOpenYet(termsId, terms.opensAt);
        if (block.timestamp > terms.expiry) revert TermsExpired(termsId, terms.expiry);
        uint256 left = terms.cap - terms.used;
        if (amount > left) revert TermsOverfilled(termsId, amount, left);
    }

    // ---------------------------------------------------------------------------------------------------- unstake

    /// @inheritdoc INetworkAdmission
    function unstake(uint256 termsId, uint256 amount) external nonReentrant returns (uint256 shares) {
        TermsRecord memory terms = _termsAt(termsId);
        shares = _sharesToBurn(termsId, terms, msg.sender, amount);
        PositionRecord storage position = _positions[terms.member][msg.sender];
        unchecked {
            // Exit terms give back at most their cap. A founder's stake is all that its terms took in.
            if (terms.kind == TermsKind.Exit) _lastExit = uint32(block.timestamp);
            _terms[termsId].used = terms.kind == TermsKind.Exit ? uint96(terms.used + amount) : 0;
            position.returned += uint128(amount);
            position.burned += uint128(shares);
        }
        INetworkShares(address(this)).burnUnstaked(msg.sender, shares, terms.member);
        IERC20(terms.member).safeTransfer(msg.sender, amount);
        emit Unstaked({termsId: termsId, member: terms.member, account: msg.sender, amount: amount, shares: shares});
    }

    /// @dev All that exit terms, or a founding that failed, ask for, and the shares that they take.
    function _sharesToBurn(uint256 termsId, TermsRecord memory terms, address account, uint256 amount)
        private
        view
        returns (uint256)
    {
        if (amount == 0) revert UnstakeOfNothing();
        if (terms.kind == TermsKind.Entry) revert WrongTermsKind(termsId, terms.kind);
        bool founder = terms.kind == TermsKind.Founding;
        if (founder) _requireTakeBack(termsId, terms, account, amount);
        else _requireUsable(termsId, terms, account, amount);
        PositionRecord memory position = _positions[terms.member][account];
        uint256 left = position.staked - position.returned;
        if (amount > left) revert PositionTooSmall(terms.member, account, amount, left);
        if (founder) return TermsBook.sharesDown(amount, terms.rate);
        // The average of what is still in: no sequence of exits takes all back for less than all that was minted.
        uint256 minted = Math.saturatingSub(position.minted, position.burned);
        return Math.max(TermsBook.sharesUp(amount, terms.rate), Math.mulDiv(amount, minted, left, Math.Rounding.Ceil));
    }

    /// @dev The whole stake for exactly the shares minted, as long as nobody governs what is left.
    function _requireTakeBack(uint256 termsId, TermsRecord memory terms, address account, uint256 amount) private view {
        if (foundingStatus() != FoundingStatus.Failed) revert FoundingNotFailed();
        uint256 until = takeBackUntil();
        if (block.timestamp > until && INetworkGovernor(_governor).hasProposed()) revert TakeBackOver(until);
        address receiver = _receivers[termsId];
        if (receiver == address(0)) receiver = terms.account;
        if (account != receiver) revert TermsNotForAccount(termsId, receiver, account);
        if (amount != terms.used) revert FounderStakesWhole(termsId, amount, terms.used);
    }

    /// @inheritdoc INetworkAdmission
    function takeBackUntil() public view returns (uint256) {
        return uint256(_foundingEnds) + MIN_TAKE_BACK_PERIOD;
    }

    // -------------------------------------------------------------------------------------------------- admission

    /// @inheritdoc INetworkAdmission
    function applyForMembership(address member, uint256 amount, uint256 rate, string calldata uri) external {
        if (member == address(this)) revert MemberIsNetwork(member);
        if (!REGISTRY.isEquityToken(member)) revert IEquityToken.NotEquityToken(member);
        if (amount == 0) revert CapIsZero();
        TextRules.requireBounded(uri, TextRules.MAX_TEXT);
        emit Applied({member: member, account: msg.sender, amount: amount, rate: rate, uri: uri});
    }

    /// @inheritdoc INetworkAdmission
    function requireValidTerms(Terms calldata terms, TermsKind termsKind, uint256 opensAt) external view {
        TermsBook.requireValid(terms, termsKind, opensAt, REGISTRY);
    }

    /// @inheritdoc INetworkAdmission
    function openingDelay() public view returns (uint256) {
        return OPENING_DELAY_DAYS * secondsPerDay;
    }

    /// @inheritdoc INetworkAdmission
    function createTerms(Terms calldata terms) external onlyGovernor returns (uint256 termsId) {
        return _openTerms(terms, TermsKind.Entry);
    }

    /// @inheritdoc INetworkAdmission
    function createExitTerms(Terms calldata terms) external onlyGovernor returns (uint256 termsId) {
        return _openTerms(terms, TermsKind.Exit);
    }

    function _openTerms(Terms calldata terms, TermsKind termsKind) private returns (uint256 termsId) {
        if (foundingStatus() != FoundingStatus.Complete && block.timestamp <= takeBackUntil()) {
            revert TakeBackOpen(takeBackUntil());
        }
        uint256 opensAt = block.timestamp + openingDelay();
        termsId = _termsCount++;
        TermsBook.open(_terms, termsId, terms, termsKind, opensAt, _supply, REGISTRY);
    }

    /// @inheritdoc INetworkAdmission
    function cancelTerms(uint256 termsId) external {
        TermsRecord memory terms = _termsAt(termsId);
        if (terms.kind == TermsKind.Founding) revert WrongTermsKind(termsId, terms.kind);
        // Who is taken in must be wanted by the person; who leaves is nobody's to hold.
        bool concerned = terms.kind == TermsKind.Exit
            ? msg.sender == terms.account || _isPersonOf(terms.account)
            : _isPersonOf(terms.member);
        bool mayCancel = concerned || msg.sender == terms.sponsor || msg.sender == _governor;
        if (!mayCancel) revert NotYoursToCancel(termsId, msg.sender);
        TermsBook.cancel(_terms, termsId);
    }

    /// @inheritdoc INetworkAdmission
    function setContractURI(string calldata contractURI_) external onlyGovernor {
        _setMetadata(contractURI_);
    }

    function _isPersonOf(address member) private view returns (bool) {
        return REGISTRY.kindOf(member) == TokenKind.Personal && IPersonalToken(member).person() == msg.sender;
    }

    function _termsAt(uint256 termsId) private view returns (TermsRecord memory terms) {
        terms = _terms[termsId];
        if (terms.member == address(0)) revert UnknownTerms(termsId);
    }
}
