// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Dues} from "./Dues.sol";

/// @notice Why shares can't move, told from what the design says and not by the contracts: encoded errors, empty when
/// they can.
abstract contract Refusals is Dues {
    function _transferRefusal(EquityToken token, address from, address to, uint256 amount)
        internal
        view
        returns (bytes memory refusal)
    {
        if (amount == 0) return "";
        refusal = _sendRefusal(token, from, amount);
        if (refusal.length == 0) refusal = _receiveRefusal(token, to, from == to);
        if (refusal.length == 0 && from != to) refusal = _floatRefusal(token, to, amount, token.eligibleSupply());
    }

    function _sendRefusal(EquityToken token, address from, uint256 amount) internal view returns (bytes memory) {
        uint256 balance = _ghostShares[address(token)][from];
        if (balance < amount) {
            return abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, from, balance, amount);
        }
        Lock memory lock = _ghostLock(address(token), from);
        if (balance - amount >= lock.amount) return "";
        return abi.encodeWithSelector(INetworkShares.SharesLocked.selector, from, lock.amount, lock.until);
    }

    /// @dev For shares that come otherwise than by the receiver's own stake.
    function _receiveRefusal(EquityToken token, address to, bool heldBefore) internal view returns (bytes memory) {
        if (_isToken[to] && !_asksFor(to, token)) {
            return abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, to);
        }
        return heldBefore ? bytes("") : _approvalRefusal(token, to);
    }

    /// @dev A closed token is held by its person, and by whom the person approved.
    function _approvalRefusal(EquityToken token, address to) internal view returns (bytes memory) {
        if (_isNetwork(address(token))) return "";
        PersonalToken personal = PersonalToken(payable(address(token)));
        if (personal.transfersOpen() || personal.person() == to || personal.isHolderApproved(to)) return "";
        return abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, to);
    }

    function _asksFor(address treasury, EquityToken token) private view returns (bool) {
        if (treasury == address(token) || !_isPersonal(treasury)) return false;
        return PersonalToken(payable(treasury)).isDepositAllowed(address(token));
    }

    /// @dev Treasuries hold at most 80 % of a personal token, other networks at most 80 % of a network, after shares came
    /// to one of them from outside.
    function _floatRefusal(EquityToken token, address to, uint256 amount, uint256 eligible)
        internal
        view
        returns (bytes memory)
    {
        if (!_isBounded(token, to)) return "";
        uint256 unmarked = _ghostMarked[address(token)][to] ? 0 : _ghostShares[address(token)][to];
        uint256 held = _held(token) + unmarked + amount;
        uint256 limit = eligible * 80 / 100;
        if (held <= limit) return "";
        return abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, held, limit);
    }

    function _isBounded(EquityToken token, address to) private view returns (bool) {
        return _isNetwork(address(token)) ? _isNetwork(to) : _isToken[to];
    }

    /// @dev What counts towards the bound.
    function _held(EquityToken token) internal view returns (uint256) {
        if (!_isNetwork(address(token))) return token.treasuryHeld();
        return INetworkShares(address(token)).networksHeld();
    }

    /// @dev Right after shares went into a treasury.
    function _requireFloat(EquityToken token, address to) internal view {
        if (!_isBounded(token, to)) return;
        assertLe(_held(token), token.eligibleSupply() * 80 / 100, "treasuries hold 80 % at most");
    }

    function _supplyRefusal(uint256 supply) internal pure returns (bytes memory) {
        if (supply > MAX_SUPPLY) {
            return abi.encodeWithSelector(IEquityToken.SupplyAboveLimit.selector, supply, MAX_SUPPLY);
        }
        if (supply == 0 || supply >= MIN_SUPPLY) return "";
        return abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, supply, MIN_SUPPLY);
    }

    /// @dev Whether so many shares are in pools that an instant gain would be a prize for who buys there.
    function _poolsMatter(EquityToken token) internal view returns (bool) {
        uint256 supply = token.totalSupply();
        return (supply - token.eligibleSupply()) * 1000 > supply;
    }

    /// @dev Income can't be divided among too few.
    function _incomeRefusal(EquityToken token) internal view returns (bytes memory) {
        uint256 eligible = token.eligibleSupply();
        if (eligible >= MIN_SUPPLY) return "";
        return abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, eligible, MIN_SUPPLY);
    }
}
