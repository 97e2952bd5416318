// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC20/ERC20Upgradeable.sol";
import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {SlotDerivation} from "@openzeppelin/contracts/utils/SlotDerivation.sol";
import {TransientSlot} from "@openzeppelin/contracts/utils/TransientSlot.sol";
import {IEquityToken} from "../interfaces/IEquityToken.sol";
import {IPersonalToken} from "../interfaces/IPersonalToken.sol";
import {DividendMath} from "../libraries/DividendMath.sol";
import {HolderClass, TokenKind} from "../types/EquityTypes.sol";
import {Holder, toHolder} from "../types/Holder.sol";
import {EquityStorage} from "./EquityStorage.sol";

/// @title Who holds how many shares, and who may receive them
/// @dev Balances live in the dividend ledger, one word a holder; of OpenZeppelin's ERC20 only allowances are stored.
/// Whatever moves shares goes through {_update}.
abstract contract ShareLedger is IEquityToken, ERC20PermitUpgradeable, EquityStorage {
    using SlotDerivation for bytes32;
    using TransientSlot for bytes32;
    using TransientSlot for TransientSlot.BooleanSlot;

    /// @dev Treasuries together hold at most this part of what takes part in income, so that circles leak to people.
    uint256 internal constant MAX_HELD_PERCENT = 80;

    /// @dev Transient flag of each contract that sent shares of its own accord in this transaction.
    bytes32 private constant SENT_SLOT = keccak256("weft.transient.ShareLedger.sent");

    constructor(address registry_) EquityStorage(registry_) {}

    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc IERC20
    function totalSupply() public view override(ERC20Upgradeable, IERC20) returns (uint256) {
        return _supply;
    }

    /// @inheritdoc IERC20
    function balanceOf(address account) public view override(ERC20Upgradeable, IERC20) returns (uint256) {
        return _holders[account].balance();
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner)
        public
        view
        virtual
        override(ERC20PermitUpgradeable, IERC20Permit)
        returns (uint256)
    {
        return super.nonces(owner);
    }

    /// @inheritdoc IEquityToken
    function eligibleSupply() public view returns (uint256) {
        return _hasExcluded ? uint256(_supply) - _excludedSupply : _supply;
    }

    /// @inheritdoc IEquityToken
    function treasuryHeld() public view returns (uint256) {
        return _treasuryHeld;
    }

    /// @inheritdoc IEquityToken
    function classOf(address account) external view returns (HolderClass) {
        return _holders[account].class();
    }

    /// @inheritdoc IEquityToken
    function lockedOf(address) public view virtual returns (uint256 amount, uint256 until) {
        return (0, 0);
    }

    /// @inheritdoc IEquityToken
    function transferableBalanceOf(address account) external view returns (uint256) {
        Holder holder = _holders[account];
        // What a treasury has leaves it by unstaking only.
        if (holder.class() == HolderClass.Treasury) return 0;
        (uint256 locked,) = lockedOf(account);
        return holder.balance() - locked;
    }

    /// @inheritdoc IEquityToken
    function canTransfer(address from, address to, uint256 amount) external view returns (bool allowed, bytes4 reason) {
        if (from == address(0)) return (false, ERC20InvalidSender.selector);
        if (to == address(0)) return (false, ERC20InvalidReceiver.selector);
        if (amount == 0) return (true, bytes4(0));
        bytes memory refusal = _refusal(from, to, amount, _holders[from], _isEquityToken(to));
        if (refusal.length != 0) return (false, bytes4(refusal));
        if (_exceedsFloat(from, to, amount)) return (false, TreasuriesHoldTooMuch.selector);
        return (true, bytes4(0));
    }

    // ----------------------------------------------------------------------------------------------------- shares

    /// @inheritdoc IEquityToken
    function reclassify(address account) external {
        Holder holder = _holders[account];
        if (holder.class() != HolderClass.Wallet || !_isEquityToken(account)) revert NothingToReclassify(account);
        _holders[account] = toHolder(holder.balance(), HolderClass.Treasury, holder.debt());
        _classifyTreasury(account, holder.balance());
    }

    /// @dev Every mint, burn and transfer. Nobody's claimable rises by it, and none falls by more than 1 wei. A mint is
    /// asked for by the token itself, so only a transfer and a burn can be refused here.
    function _update(address from, address to, uint256 amount) internal virtual override {
        if (amount == 0) {
            emit Transfer(from, to, amount);
            return;
        }
        uint256 perShare = _accrue();
        Holder receiver = _holders[to];
        bool toToken = to != address(0) && _isTreasury(to, receiver);
        bool entering = toToken;
        address votesFrom;
        address votesTo;

        if (from == address(0)) {
            _setSupply(_supply + amount);
        } else {
            Holder sender = _holders[from];
            bytes memory refusal = _refusal(from, to, amount, sender, toToken);
            if (refusal.length != 0) LowLevelCall.bubbleRevert(refusal);
            // From one treasury to another: together they hold no more than before.
            if (sender.class() == HolderClass.Treasury) entering = false;
            if (from != to) votesFrom = _debit(from, sender, amount, perShare);
            // A pool pays out by its own transfer. Wallets, which need no mark, are spared it.
            if (msg.sender == from && msg.sender != tx.origin) _sentSlot(from).tstore(true);
        }
        if (to == address(0)) _setSupply(_supply - amount);
        else if (from != to) votesTo = _credit(to, receiver, amount, toToken, perShare);
        emit Transfer(from, to, amount);
        if (votesFrom != votesTo) _moveVotes(votesFrom, votesTo, amount, receiver.balance() == 0);
        if (entering) _requireOutsideFloat(to);
    }

    /// @return voter The account if it has votes, else zero.
    function _debit(address account, Holder holder, uint256 amount, uint256 perShare) private returns (address voter) {
        HolderClass class = holder.class();
        unchecked {
            // A balance below the amount was refused.
            _holders[account] = _withBalance(holder, holder.balance() - amount, class, perShare);
        }
        if (class == HolderClass.Wallet) return account;
        if (class == HolderClass.Treasury) return _changeTreasuryHeld(account, 0, amount);
        _excludedSupply -= uint96(amount);
        _poolLeft = account;
    }

    /// @return voter The account if it has votes, else zero.
    function _credit(address account, Holder holder, uint256 amount, bool isToken, uint256 perShare)
        private
        returns (address voter)
    {
        HolderClass class = holder.class();
        if (isToken && class == HolderClass.Wallet) {
            class = HolderClass.Treasury;
            _classifyTreasury(account, holder.balance());
        }
        unchecked {
            // No balance is above the supply.
            _holders[account] = _withBalance(holder, holder.balance() + amount, class, perShare);
        }
        if (class == HolderClass.Wallet) return account;
        if (isToken) return _changeTreasuryHeld(account, amount, 0);
        _excludedSupply += uint96(amount);
    }

    /// @dev From now on the account takes no part in income; its accrued income has been seen to.
    function _setExcluded(address account, uint256 balance) internal {
        _holders[account] = toHolder(balance, HolderClass.Excluded, 0);
        _hasExcluded = true;
        _excludedSupply += uint96(balance);
        emit HolderClassified(account, HolderClass.Excluded);
        _reclassifyVotes(account, balance, HolderClass.Excluded);
    }

    /// @dev Lets what streams accrue, before anything that it depends on changes.
    /// @return incomePerShare As of now.
    function _accrue() internal virtual returns (uint256 incomePerShare) {
        return _incomePerShare;
    }

    /// @dev Shares moved; balances and classes are as they are afterwards. Who has no votes is given as zero.
    function _moveVotes(address from, address to, uint256 amount, bool firstShares) internal virtual {}

    /// @dev A holder's class changed; what it holds does not.
    function _reclassifyVotes(address account, uint256 balance, HolderClass class) internal virtual {}

    // --------------------------------------------------------------------------------------------------- refusals

    /// @dev Why a transfer or burn of more than nothing can't be, as an encoded error; empty when it can.
    /// @param toToken Whether `to` is an equity token.
    function _refusal(address from, address to, uint256 amount, Holder sender, bool toToken)
        private
        view
        returns (bytes memory)
    {
        if (sender.balance() < amount) {
            return abi.encodeWithSelector(ERC20InsufficientBalance.selector, from, sender.balance(), amount);
        }
        bytes memory refusal = _sendRefusal(from, amount, sender.balance());
        if (refusal.length != 0 || to == address(0)) return refusal;
        // A network that pays back a stake asks nobody but the treasury that it would enter.
        bool givenBack = sender.class() == HolderClass.Treasury && msg.sender == from;
        return _receiveRefusal(to, toToken, givenBack || to == from);
    }

    /// @dev Why `from`, who has the shares, can't send so many.
    function _sendRefusal(address from, uint256 amount, uint256 balance) internal view virtual returns (bytes memory) {}

    /// @dev Why `to` can't receive shares.
    /// The last argument tells whether the holder needs no approval, since it held these shares before.
    function _receiveRefusal(address to, bool toToken, bool) internal view virtual returns (bytes memory) {
        // An equity token that calls transferFrom is asking: networks do so in their stake, and nowhere else.
        if (!toToken || msg.sender == to) return "";
        if (_allowsDeposit(to)) return "";
        return abi.encodeWithSelector(TreasuryDidNotAsk.selector, to);
    }

    /// @dev Whether the person behind `treasury` wants shares of this token there. Networks have no such person.
    function _allowsDeposit(address treasury) private view returns (bool) {
        return treasury != address(this) && REGISTRY.kindOf(treasury) == TokenKind.Personal
            && IPersonalToken(treasury).isDepositAllowed(address(this));
    }

    /// @dev Reverts when treasuries hold more of this token than they may now that `receiver`, one of them, has received.
    function _requireOutsideFloat(address receiver) internal view virtual;

    /// @dev Whether treasuries would hold more of this token than they may after a transfer that is not refused.
    function _exceedsFloat(address from, address to, uint256 amount) internal view virtual returns (bool) {}

    function _requireHeldAtMost80Percent(uint256 held) internal view {
        uint256 limit = eligibleSupply() * MAX_HELD_PERCENT / 100;
        if (held > limit) revert TreasuriesHoldTooMuch(held, limit);
    }

    // -------------------------------------------------------------------------------------------------- treasuries

    /// @dev Keeps count of what treasuries hold.
    /// @return voter The treasury if it has votes, else zero.
    function _changeTreasuryHeld(address, uint256 received, uint256 given) internal virtual returns (address voter) {
        _treasuryHeld = uint96(_treasuryHeld + received - given);
        return address(0);
    }

    function _classifyTreasury(address account, uint256 balance) private {
        emit HolderClassified(account, HolderClass.Treasury);
        if (balance == 0) return;
        _changeTreasuryHeld(account, balance, 0);
        _reclassifyVotes(account, balance, HolderClass.Treasury);
    }

    function _isTreasury(address account, Holder holder) internal view returns (bool) {
        return holder.class() == HolderClass.Treasury || _isEquityToken(account);
    }

    /// @dev Whoever has no code is no equity token: most receivers cost no call.
    function _isEquityToken(address account) internal view returns (bool) {
        return account.code.length != 0 && REGISTRY.isEquityToken(account);
    }

    // ----------------------------------------------------------------------------------------------------- helpers

    /// @dev Whether the contract at `account` sent shares of its own accord in this transaction.
    function _hasSent(address account) internal view returns (bool) {
        return _sentSlot(account).tload();
    }

    function _sentSlot(address account) private pure returns (TransientSlot.BooleanSlot) {
        return SENT_SLOT.deriveMapping(account).asBoolean();
    }

    function _setSupply(uint256 supply) private {
        if (supply > DividendMath.MAX_SUPPLY) revert SupplyAboveLimit(supply, DividendMath.MAX_SUPPLY);
        if (supply != 0 && supply < DividendMath.MIN_SUPPLY) {
            revert SupplyBelowMinimum(supply, DividendMath.MIN_SUPPLY);
        }
        _supply = uint96(supply);
    }

    /// @dev An excluded account has no debt: it takes no part in income.
    function _withBalance(Holder holder, uint256 balance, HolderClass class, uint256 perShare)
        private
        pure
        returns (Holder)
    {
        if (class == HolderClass.Excluded) return toHolder(balance, class, 0);
        int256 debt = DividendMath.debtAfterChangeUp(holder.debt(), holder.balance(), balance, perShare);
        return toHolder(balance, class, debt);
    }
}
