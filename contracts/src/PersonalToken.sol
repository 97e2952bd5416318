// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {INetworkAdmission} from "./interfaces/INetworkAdmission.sol";
import {IPersonalToken} from "./interfaces/IPersonalToken.sol";
import {EquityToken} from "./EquityToken.sol";
import {ShareLedger} from "./base/ShareLedger.sol";
import {CurrencyTransfer} from "./libraries/CurrencyTransfer.sol";
import {DividendMath} from "./libraries/DividendMath.sol";
import {StreamMath} from "./libraries/StreamMath.sol";
import {TextRules} from "./libraries/TextRules.sol";
import {HolderClass, Stream, Terms, TokenKind} from "./types/EquityTypes.sol";
import {Holder} from "./types/Holder.sol";
import {StreamRecord} from "./types/StreamRecord.sol";

/// @title Equity in a person
contract PersonalToken is IPersonalToken, EquityToken {
    using CurrencyTransfer for address;
    using StreamMath for StreamRecord;

    address private _person;
    StreamRecord private _stream;
    address private _pendingPerson;
    mapping(address holder => bool) private _approvedHolders;
    mapping(address token => bool) private _allowedDeposits;

    /// @dev The member token whose shares come back while the person leaves a network.
    address private transient _returning;

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
    ) external onlyInCreation {
        if (shares == 0) revert SupplyBelowMinimum(0, DividendMath.MIN_SUPPLY);
        _writeLabels(name_, symbol_, contractURI_);
        _person = person_;
        if (!open) _closed = true;
        _mint(person_, shares);
    }

    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc IEquityToken
    function kind() external pure returns (TokenKind) {
        return TokenKind.Personal;
    }

    /// @inheritdoc IPersonalToken
    function person() external view returns (address) {
        return _person;
    }

    /// @inheritdoc IPersonalToken
    function pendingPerson() external view returns (address) {
        return _pendingPerson;
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
    function isDepositAllowed(address token) external view returns (bool) {
        return _allowedDeposits[token] || (token == _returning && token != address(0));
    }

    /// @inheritdoc IPersonalToken
    function realizationCount() external view returns (uint256) {
        return _realizationCount;
    }

    /// @inheritdoc IEquityToken
    function stream() external view returns (Stream memory) {
        return _stream.toStream();
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(ShareLedger, IERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(EquityToken, IERC165) returns (bool) {
        return interfaceId == type(IPersonalToken).interfaceId || super.supportsInterface(interfaceId);
    }

    // ------------------------------------------------------------------------------------------------------ gains

    /// @inheritdoc IPersonalToken
    function realize(uint256 amount, uint256 duration, string calldata evidence)
        external
        payable
        onlyPerson
        nonReentrant
        returns (uint256 realizationId)
    {
        TextRules.requireBounded(evidence, TextRules.MAX_TEXT);
        _requireDuration(duration);
        uint256 received = CURRENCY.pullFromCaller(amount);
        realizationId = _realizationCount++;
        if (duration == 0) _divide(received);
        else _extendStream(received, duration);
        emit Realized({
            realizationId: realizationId, person: msg.sender, amount: received, duration: duration, evidence: evidence
        });
    }

    /// @inheritdoc IPersonalToken
    function dispute(uint256 realizationId, string calldata uri) external {
        if (realizationId >= _realizationCount) revert UnknownRealization(realizationId);
        if (balanceOf(msg.sender) == 0) revert OnlyHolder(msg.sender);
        TextRules.requireBounded(uri, TextRules.MAX_TEXT);
        emit Disputed({realizationId: realizationId, holder: msg.sender, uri: uri});
    }

    function _requireDuration(uint256 duration) private view {
        if (duration < StreamMath.MIN_DURATION_WITH_POOLS) _requireNoneLeftPool();
        uint256 minimum = _poolsMatter() ? StreamMath.MIN_DURATION_WITH_POOLS : 0;
        if (duration < minimum || duration > StreamMath.MAX_DURATION) {
            revert DurationOutOfRange(duration, minimum, StreamMath.MAX_DURATION);
        }
    }

    /// @dev Less than a thousandth of all shares in pools is no prize; else a single share there would bind the person.
    function _poolsMatter() private view returns (bool) {
        return _hasExcluded && uint256(_excludedSupply) * StreamMath.POOLS_MATTER > totalSupply();
    }

    /// @inheritdoc IPersonalToken
    function shortenStream(uint256 duration) external onlyPerson nonReentrant {
        _requireDuration(duration);
        _accrue();
        StreamRecord memory current = _stream;
        uint256 end = block.timestamp + duration;
        if (!_streaming || end >= current.end) revert StreamEndsSooner(_streaming ? current.end : 0);
        (current.lastAccrual, current.end) = (uint40(block.timestamp), uint40(end));
        _setStream(current);
    }

    function _extendStream(uint256 amount, uint256 duration) private {
        uint256 perShare = _accrue();
        _takeIn(amount);
        StreamRecord memory merged = _stream.merged(amount, duration);
        DividendMath.requireWithinLimit(perShare, merged.left);
        _setStream(merged);
        _streaming = true;
    }

    /// @dev Divides what streamed since the last time. While nobody takes part the clock stands still instead.
    function _accrue() internal override returns (uint256 perShare) {
        perShare = _incomePerShare;
        if (!_streaming) return perShare;
        StreamRecord memory current = _stream;
        uint256 eligible = eligibleSupply();
        if (eligible < DividendMath.MIN_SUPPLY) {
            if (current.lastAccrual != block.timestamp) _setStream(current.stoodStill());
            return perShare;
        }
        uint256 accrued = current.accruedDown(block.timestamp);
        return accrued == 0 ? perShare : _accrueFrom(current, accrued, perShare, eligible);
    }

    function _accrueFrom(StreamRecord memory current, uint256 accrued, uint256 perShare, uint256 eligible)
        private
        returns (uint256)
    {
        unchecked {
            // What has accrued is a part of what is left, and income per share is within its limit for all of that.
            perShare += DividendMath.incomePerShareDown(accrued, eligible);
            current.left -= uint112(accrued);
        }
        current.lastAccrual = uint40(block.timestamp);
        _stream = current;
        _incomePerShare = uint192(perShare);
        if (current.left == 0) _streaming = false;
        emit Accrued({incomePerShare: perShare, streamLeft: current.left, eligibleSupply: eligible});
        return perShare;
    }

    function _setStream(StreamRecord memory next) private {
        _stream = next;
        emit StreamChanged({left: next.left, lastAccrual: next.lastAccrual, end: next.end});
    }

    function _streamLeft() internal view override returns (uint256) {
        return _streaming ? _stream.left : 0;
    }

    function _incomePerShareAt(uint256 time) internal view override returns (uint256 perShare) {
        perShare = _incomePerShare;
        if (!_streaming) return perShare;
        uint256 eligible = eligibleSupply();
        if (eligible < DividendMath.MIN_SUPPLY) return perShare;
        perShare += DividendMath.incomePerShareDown(_stream.accruedDown(time), eligible);
    }

    // ----------------------------------------------------------------------------------------------------- shares

    /// @inheritdoc IPersonalToken
    function issue(address to, uint256 shares) external onlyPerson nonReentrant {
        if (shares == 0) revert ZeroShares();
        _finishStream();
        bool toToken = _isTreasury(to, _holders[to]);
        bytes memory refusal = _receiveRefusal(to, toToken, false);
        if (refusal.length != 0) LowLevelCall.bubbleRevert(refusal);
        _mint(to, shares);
        emit Issued({to: to, shares: shares, totalSupply: totalSupply()});
    }

    /// @dev All that still streams was paid in for those who hold now.
    function _finishStream() private {
        if (!_streaming) return;
        _accrue();
        if (!_streaming) return;
        _requireNoneLeftPool();
        if (_poolsMatter()) revert StreamStillRuns(_stream.left, _stream.end);
        uint256 eligible = eligibleSupply();
        if (eligible < DividendMath.MIN_SUPPLY) revert NoEligibleHolders(eligible, DividendMath.MIN_SUPPLY);
        StreamRecord memory current = _stream;
        current.end = uint40(block.timestamp);
        _accrueFrom(current, current.left, _incomePerShare, eligible);
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
    function _receiveRefusal(address to, bool toToken, bool approved) internal view override returns (bytes memory) {
        bytes memory refusal = super._receiveRefusal(to, toToken, approved);
        if (!_closed || refusal.length != 0) return refusal;
        if (approved || to == _person || _approvedHolders[to]) return refusal;
        return abi.encodeWithSelector(HolderNotApproved.selector, to);
    }

    function _requireOutsideFloat(address) internal view override {
        _requireHeldAtMost80Percent(treasuryHeld());
    }

    function _exceedsFloat(address from, address to, uint256 amount) internal view override returns (bool) {
        Holder receiver = _holders[to];
        HolderClass sender = _holders[from].class();
        if (sender == HolderClass.Treasury || !_isTreasury(to, receiver)) return false;
        uint256 unmarked = receiver.class() == HolderClass.Treasury ? 0 : receiver.balance();
        uint256 eligible = eligibleSupply() + (sender == HolderClass.Excluded ? amount : 0);
        return treasuryHeld() + unmarked + amount > eligible * MAX_HELD_PERCENT / 100;
    }

    // --------------------------------------------------------------------------------------------------- treasury

    /// @inheritdoc IPersonalToken
    function allowDeposit(address token) external {
        _setDepositAllowed(token, true);
    }

    /// @inheritdoc IPersonalToken
    function refuseDeposit(address token) external {
        _setDepositAllowed(token, false);
    }

    function _setDepositAllowed(address token, bool allowed) private onlyPerson {
        if (token == address(this) || !REGISTRY.isEquityToken(token)) revert NotEquityToken(token);
        _allowedDeposits[token] = allowed;
        emit DepositAllowed(token, allowed);
    }

    /// @inheritdoc IPersonalToken
    function delegateVotes(address network, address to) external onlyPerson {
        _requireNetwork(network);
        IVotes(network).delegate(to);
    }

    /// @inheritdoc IPersonalToken
    /// @dev Not guarded itself: the network harvests this token before it gives shares back.
    function leave(address network, uint256 termsId, uint256 amount) external onlyPerson returns (uint256 shares) {
        _requireNetwork(network);
        (Terms memory terms,) = INetworkAdmission(network).termsOf(termsId);
        _returning = terms.member;
        shares = INetworkAdmission(network).unstake(termsId, amount);
        _returning = address(0);
    }

    function _requireNetwork(address network) private view {
        if (REGISTRY.kindOf(network) != TokenKind.Network) revert NotNetwork(network);
    }

    /// @dev Own shares that come back from a network are burned: no token holds itself.
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to == address(this) && _returning == to ? address(0) : to, amount);
    }

    // ----------------------------------------------------------------------------------------------------- person

    /// @inheritdoc IPersonalToken
    function setContractURI(string calldata contractURI_) external onlyPerson {
        _setMetadata(contractURI_);
    }

    /// @inheritdoc IPersonalToken
    function transferPerson(address to) external onlyPerson {
        _pendingPerson = to;
        emit PersonTransferStarted(msg.sender, to);
    }

    /// @inheritdoc IPersonalToken
    function acceptPerson(uint256 expectedTotalSupply) external {
        if (msg.sender != _pendingPerson) revert OnlyPendingPerson(msg.sender);
        if (totalSupply() != expectedTotalSupply) revert SupplyChanged(totalSupply(), expectedTotalSupply);
        address previous = _person;
        _person = msg.sender;
        delete _pendingPerson;
        REGISTRY.movePersonalToken(previous, msg.sender);
        emit PersonTransferred(previous, msg.sender);
    }
}
