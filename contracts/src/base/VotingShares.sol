// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {NoncesUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/NoncesUpgradeable.sol";
import {EIP712Upgradeable} from "@openzeppelin/contracts-upgradeable/utils/cryptography/EIP712Upgradeable.sol";
import {VotesUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/utils/VotesUpgradeable.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IEquityToken} from "../interfaces/IEquityToken.sol";
import {INetworkShares} from "../interfaces/INetworkShares.sol";
import {IPersonalToken} from "../interfaces/IPersonalToken.sol";
import {EquityToken} from "../EquityToken.sol";
import {HolderClass, TokenKind} from "../types/EquityTypes.sol";
import {NetworkStorage} from "./NetworkStorage.sol";
import {Holder} from "../types/Holder.sol";
import {ShareLedger} from "./ShareLedger.sol";

/// @title A network's shares: who votes with them, and which don't move yet
abstract contract VotingShares is INetworkShares, EquityToken, VotesUpgradeable, NetworkStorage {
    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc IERC6372
    function clock() public view override(VotesUpgradeable, IERC6372) returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @inheritdoc IERC6372
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override(VotesUpgradeable, IERC6372) returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc INetworkShares
    function networksHeld() external view returns (uint256) {
        return _networksHeld;
    }

    /// @inheritdoc IEquityToken
    function lockedOf(address account)
        public
        view
        override(ShareLedger, IEquityToken)
        returns (uint256 amount, uint256 until)
    {
        LockRecord memory record = _locks[account];
        return block.timestamp < record.until ? (record.amount, record.until) : (0, 0);
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner)
        public
        view
        override(ShareLedger, NoncesUpgradeable, IERC20Permit)
        returns (uint256)
    {
        return super.nonces(owner);
    }

    // ------------------------------------------------------------------------------------------------------ votes

    /// @dev Treasuries of networks and pools have no votes: what moves there leaves the supply that can vote.
    function _moveVotes(address from, address to, uint256 amount, bool firstShares) internal override {
        _transferVotingUnits(from, to, amount);
        bool undecided = firstShares && to != address(0) && delegates(to) == address(0) && !_optedOut[to];
        if (undecided) _delegate(to, _voterFor(to));
    }

    function _reclassifyVotes(address account, uint256 balance, HolderClass class) internal override {
        if (class == HolderClass.Excluded || _isNetwork(account)) {
            if (balance != 0) _transferVotingUnits(account, address(0), balance);
        } else if (delegates(account) == account) {
            // It voted for itself before it became a personal token; nobody could cast that vote any more.
            _delegate(account, _voterFor(account));
        }
    }

    function _delegate(address account, address delegatee) internal override {
        if (delegatee == address(0)) _optedOut[account] = true;
        super._delegate(account, delegatee);
    }

    function _getVotingUnits(address account) internal view override returns (uint256) {
        Holder holder = _holders[account];
        HolderClass class = holder.class();
        bool votes = class == HolderClass.Wallet || (class == HolderClass.Treasury && !_isNetwork(account));
        return votes ? holder.balance() : 0;
    }

    /// @dev A wallet votes for itself, a personal token's treasury by its person.
    function _voterFor(address account) private view returns (address) {
        bool personal = REGISTRY.kindOf(account) == TokenKind.Personal;
        return personal ? IPersonalToken(account).person() : account;
    }

    // ------------------------------------------------------------------------------------------------------ locks

    function _sendRefusal(address from, uint256 amount, uint256 balance) internal view override returns (bytes memory) {
        if (!_hasLocks) return "";
        (uint256 locked, uint256 until) = lockedOf(from);
        if (balance - amount >= locked) return "";
        return abi.encodeWithSelector(SharesLocked.selector, from, locked, until);
    }

    /// @dev One lock a holder: it grows with each own stake that locks, and lasts until the last of them is free.
    function _lock(address account, uint256 shares, uint256 lockup) internal {
        if (lockup == 0) return;
        (uint256 amount, uint256 until) = lockedOf(account);
        _setLock(account, amount + shares, Math.max(until, block.timestamp + lockup));
    }

    /// @dev Shares that are burned may be locked ones; these go first.
    function _unlock(address account, uint256 shares) internal {
        if (!_hasLocks) return;
        (uint256 amount, uint256 until) = lockedOf(account);
        if (amount == 0) return;
        amount = Math.saturatingSub(amount, shares);
        _setLock(account, amount, amount == 0 ? 0 : until);
    }

    function _setLock(address account, uint256 amount, uint256 until) private {
        _hasLocks = true;
        _locks[account] = LockRecord({amount: uint96(amount), until: uint40(until)});
        emit SharesLockChanged(account, amount, until);
    }

    // ------------------------------------------------------------------------------------------------------ float

    function _changeTreasuryHeld(address treasury, uint256 received, uint256 given)
        internal
        override
        returns (address voter)
    {
        super._changeTreasuryHeld(treasury, received, given);
        if (!_isNetwork(treasury)) return treasury;
        _networksHeld = uint96(_networksHeld + received - given);
    }

    /// @dev What members' own treasuries hold of their network leaks to people through them: it is neither counted nor
    /// refused.
    function _requireOutsideFloat(address receiver) internal view override {
        if (_isNetwork(receiver)) _requireHeldAtMost80Percent(_networksHeld);
    }

    function _isNetwork(address treasury) private view returns (bool) {
        return REGISTRY.kindOf(treasury) == TokenKind.Network;
    }

    function _EIP712Name() internal view override(EquityToken, EIP712Upgradeable) returns (string memory) {
        return super._EIP712Name();
    }

    function _EIP712Version() internal view override(EquityToken, EIP712Upgradeable) returns (string memory) {
        return super._EIP712Version();
    }
}
