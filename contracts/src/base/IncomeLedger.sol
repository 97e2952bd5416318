// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IEquityToken} from "../interfaces/IEquityToken.sol";
import {CurrencyTransfer} from "../libraries/CurrencyTransfer.sol";
import {DividendMath} from "../libraries/DividendMath.sol";
import {PoolProof} from "../libraries/PoolProof.sol";
import {TextRules} from "../libraries/TextRules.sol";
import {HolderClass} from "../types/EquityTypes.sol";
import {Holder} from "../types/Holder.sol";
import {ShareLedger} from "./ShareLedger.sol";

/// @title What comes in, and who is paid what
/// @dev Whatever brings currency in goes through {_takeIn}, whatever pays it out through {_settle}.
abstract contract IncomeLedger is ShareLedger, ReentrancyGuardTransient {
    using CurrencyTransfer for address;

    bytes32 private constant CLAIM_TO_TYPEHASH =
        keccak256("ClaimTo(address account,address to,uint256 nonce,uint256 deadline)");

    address internal immutable CURRENCY;

    /// @param registry_ The only one who can initialise clones, and who tells which addresses are equity tokens.
    /// @param currency_ What gains are paid in; zero is the native coin.
    constructor(address registry_, address currency_) ShareLedger(registry_) {
        CURRENCY = currency_;
    }

    /// @dev As the currency, native coin of any origin is accepted: from a harvest it is booked, otherwise it waits for
    /// {absorb}. Where the currency is an ERC-20 nobody could get it out again.
    receive() external payable {
        if (CURRENCY != address(0)) revert WrongValue({sent: msg.value, expected: 0});
    }

    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc IEquityToken
    function currency() public view returns (address) {
        return CURRENCY;
    }

    /// @inheritdoc IEquityToken
    function incomePerShare() external view returns (uint256) {
        return _incomePerShareAt(block.timestamp);
    }

    /// @inheritdoc IEquityToken
    function accounted() external view returns (uint256) {
        return _accounted;
    }

    /// @inheritdoc IEquityToken
    function unaccounted() public view returns (uint256) {
        return CURRENCY.ownBalance() - _accounted;
    }

    /// @inheritdoc IEquityToken
    function claimable(address account) external view returns (uint256) {
        return claimableAt(account, block.timestamp);
    }

    /// @inheritdoc IEquityToken
    function claimableAt(address account, uint256 time) public view returns (uint256) {
        return _due(_holders[account], _incomePerShareAt(time));
    }

    /// @inheritdoc IEquityToken
    function debtOf(address account) external view returns (int256) {
        return _holders[account].debt();
    }

    // ----------------------------------------------------------------------------------------------------- claims

    /// @inheritdoc IEquityToken
    function claim(address account) external nonReentrant returns (uint256 paid) {
        Holder holder = _holders[account];
        if (msg.sender != account) _requirePayable(account, holder.class());
        return _settle(account, account, holder);
    }

    /// @inheritdoc IEquityToken
    function claimTo(address to) external nonReentrant returns (uint256 paid) {
        return _settle(msg.sender, to, _holders[msg.sender]);
    }

    /// @inheritdoc IEquityToken
    function claimToBySig(address account, address to, uint256 deadline, bytes calldata signature)
        external
        nonReentrant
        returns (uint256 paid)
    {
        if (block.timestamp > deadline) revert SignatureExpired(deadline);
        bytes32 digest =
            _hashTypedDataV4(keccak256(abi.encode(CLAIM_TO_TYPEHASH, account, to, _useNonce(account), deadline)));
        if (!SignatureChecker.isValidSignatureNowCalldata(account, digest, signature)) {
            revert SignatureInvalid(account);
        }
        return _settle(account, to, _holders[account]);
    }

    /// @dev A treasury is paid by its own harvest. A pool that trades the currency would take a payment for that of
    /// whoever trades at this moment.
    function _requirePayable(address account, HolderClass class) private view {
        if (class == HolderClass.Treasury) revert OnlyOwnHarvest(account);
        if (CURRENCY != address(0) && account.code.length != 0 && _isPool(account)) revert PoolIsNotPaid(account);
    }

    function _isPool(address account) private view returns (bool) {
        return PoolProof.isPool(REGISTRY.poolFactory(), account);
    }

    /// @dev Pays all that is due to `account`.
    function _settle(address account, address to, Holder holder) private returns (uint256 paid) {
        if (to == address(0)) revert ClaimToZeroAddress();
        paid = _due(holder, _accrue());
        if (paid == 0) revert NothingToClaim(account);
        unchecked {
            // What is due is a part of what is accounted for, which is below 2¹¹⁰.
            _holders[account] = holder.withPaid(paid);
            _accounted -= uint112(paid);
        }
        emit Claimed(account, to, paid);
        CURRENCY.send(to, paid);
    }

    // ----------------------------------------------------------------------------------------------------- income

    /// @inheritdoc IEquityToken
    function distribute(uint256 amount, string calldata note) external payable nonReentrant {
        TextRules.requireBounded(note, TextRules.MAX_TEXT);
        uint256 received = CURRENCY.pullFromCaller(amount);
        _divide(received);
        emit Donated({source: msg.sender, amount: received, note: note});
    }

    /// @inheritdoc IEquityToken
    function absorb() external nonReentrant returns (uint256 amount) {
        amount = unaccounted();
        if (amount == 0) revert NothingToAbsorb();
        _divide(amount);
        emit Donated({source: address(this), amount: amount, note: ""});
    }

    /// @inheritdoc IEquityToken
    function harvest(address source) external nonReentrant returns (uint256 amount) {
        if (!REGISTRY.isEquityToken(source)) revert NotEquityToken(source);
        uint256 balanceBefore = CURRENCY.ownBalance();
        IEquityToken(source).claim(address(this));
        amount = CURRENCY.ownBalance() - balanceBefore;
        _divide(amount);
        emit Harvested({source: source, amount: amount});
    }

    /// @inheritdoc IEquityToken
    function exclude(address pool) external nonReentrant {
        Holder holder = _holders[pool];
        if (holder.class() != HolderClass.Wallet) revert NothingToExclude(pool);
        if (!_isPool(pool)) revert NotPoolOfToken(pool);
        // Else who borrowed or bought the pool's shares a moment ago would share in what it had accrued.
        if (_hasSent(pool)) revert SharesJustLeftPool(pool);

        uint256 due = _due(holder, _accrue());
        _setExcluded(pool, holder.balance());
        if (due == 0) return;
        unchecked {
            // What is due is a part of what is accounted for.
            _accounted -= uint112(due);
        }
        emit Claimed(pool, address(this), due);
        // With nobody to divide it among, it waits for {absorb}.
        if (eligibleSupply() < DividendMath.MIN_SUPPLY) return;
        _divide(due);
        emit Donated({source: pool, amount: due, note: ""});
    }

    /// @dev Takes currency in that is here already, and divides it among the holders at once.
    function _divide(uint256 amount) internal {
        _requireNoneLeftPool();
        uint256 perShare = _accrue();
        uint256 eligible = _takeIn(amount);
        unchecked {
            perShare += DividendMath.incomePerShareDown(amount, eligible);
        }
        uint256 left = _streamLeft();
        DividendMath.requireWithinLimit(perShare, left);
        _incomePerShare = uint192(perShare);
        emit Accrued({incomePerShare: perShare, streamLeft: left, eligibleSupply: eligible});
    }

    /// @dev Else shares could be borrowed from a pool for the moment of a gain.
    function _requireNoneLeftPool() internal view {
        if (_poolLeft != address(0)) revert SharesJustLeftPool(_poolLeft);
    }

    /// @dev Accounts for income that is divided now or later.
    /// @return eligible Shares that take part, in wei.
    function _takeIn(uint256 amount) internal returns (uint256 eligible) {
        if (amount == 0) revert ZeroAmount();
        eligible = eligibleSupply();
        if (eligible < DividendMath.MIN_SUPPLY) revert NoEligibleHolders(eligible, DividendMath.MIN_SUPPLY);
        uint256 held = _accounted + amount;
        if (held > DividendMath.MAX_INCOME) revert IncomeAboveLimit(held, DividendMath.MAX_INCOME);
        _accounted = uint112(held);
    }

    /// @dev What is paid in and has not accrued yet.
    function _streamLeft() internal view virtual returns (uint256) {
        return 0;
    }

    /// @dev Income per share as it would be at `time` if nothing happened until then.
    function _incomePerShareAt(uint256) internal view virtual returns (uint256) {
        return _incomePerShare;
    }

    function _due(Holder holder, uint256 perShare) private pure returns (uint256) {
        if (holder.class() == HolderClass.Excluded) return 0;
        return DividendMath.claimableDown(holder.balance(), perShare, holder.debt());
    }
}
