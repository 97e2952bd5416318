// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {TokenKind} from "../../../src/types/EquityTypes.sol";
import {Refusals} from "./Refusals.sol";

/// @notice What people do with their tokens and shares.
abstract contract ShareHandler is Refusals {
    /// @dev The personal token that somebody has or had.
    mapping(address person => address) private _ghostHad;

    function launch(uint256 seed, uint256 shares, bool open) external {
        uint256 draw = seed / 16 % 4;
        // Some people never launch one, so that they can take one over: they try with too few shares.
        address person = draw == 2 ? _wallet(PEOPLE - 1 - seed % 2) : _wallet(seed % (PEOPLE - 2));
        address token = REGISTRY.predictToken(person, TokenKind.Personal, 0);
        // Mostly as many as people would choose, now and then too many.
        if (draw == 2) shares = _bound(shares, 1, MIN_SUPPLY - 1);
        else shares = draw == 3 ? _bound(shares, MIN_SUPPLY, 2 * MAX_SUPPLY) : _bound(shares, 1e18, 1e27);
        bytes memory expected = _tokenlessRefusal(person, address(0));
        if (expected.length == 0) expected = _supplyRefusal(shares);
        bytes memory data = abi.encodeCall(IEquityRegistry.launch, ("Person", "PER", shares, "", open));
        if (!_call(person, address(REGISTRY), 0, data, expected)) return _done("launch refused");
        _noteToken(token);
        _ghostHad[person] = token;
        _personalTokens.push(PersonalToken(payable(token)));
        _moved(EquityToken(payable(token)), address(0), person, shares);
        _done("launch");
    }

    function issue(uint256 seed, uint256 toSeed, uint256 shares) external {
        PersonalToken token = _personal(seed);
        address to = _account(toSeed);
        uint256 supply = token.totalSupply();
        shares = _bound(shares, 1, shares % 16 == 0 ? MAX_SUPPLY : supply / 16 + 1);
        // What still streams belongs to those who hold now.
        uint256[] memory before = _duesAt(token, type(uint40).max);
        bytes memory data = abi.encodeCall(IPersonalToken.issue, (to, shares));
        if (!_call(token.person(), address(token), 0, data, _issueRefusal(token, to, shares))) {
            return _done("issue refused");
        }
        _moved(token, address(0), to, shares);
        assertEq(token.totalSupply(), supply + shares, "so many shares more");
        _requireDuesKept(token, before);
        _requireFloat(token, to);
        _done("issue");
    }

    function _issueRefusal(PersonalToken token, address to, uint256 shares)
        private
        view
        returns (bytes memory refusal)
    {
        if (_streaming(token) != 0) {
            refusal = _incomeRefusal(token);
            if (_poolsMatter(token)) refusal = _streamRefusal(token);
        }
        if (refusal.length == 0) refusal = _receiveRefusal(token, to, false);
        if (refusal.length == 0) refusal = _supplyRefusal(token.totalSupply() + shares);
        if (refusal.length == 0) refusal = _floatRefusal(token, to, shares, token.eligibleSupply() + shares);
    }

    /// @dev While pools matter nobody is given what streams at once, and so nobody new comes in.
    function _streamRefusal(PersonalToken token) private view returns (bytes memory) {
        return abi.encodeWithSelector(IPersonalToken.StreamStillRuns.selector, _streaming(token), _streamEnd(token));
    }

    function transfer(uint256 seed, uint256 fromSeed, uint256 toSeed, uint256 amount) external {
        EquityToken token = _token(seed);
        address from = _sender(token, fromSeed);
        _transfer(token, from, _account(toSeed), _part(token.balanceOf(from), amount), address(0));
    }

    function transferFrom(uint256 seed, uint256 fromSeed, uint256 toSeed, uint256 amount, uint256 bySeed) external {
        EquityToken token = _token(seed);
        address from = _sender(token, fromSeed);
        _transfer(token, from, _account(toSeed), _part(token.balanceOf(from), amount), _wallet(bySeed));
    }

    /// @dev To where a token may come to be.
    function sendToFuture(uint256 seed, uint256 fromSeed, uint256 toSeed, uint256 amount) external {
        EquityToken token = _token(seed);
        address from = _sender(token, fromSeed);
        address to = _futureToken(toSeed);
        if (_isToken[to]) return;
        if (_transfer(token, from, to, _part(token.balanceOf(from), amount), address(0))) _done("sendToFuture");
    }

    /// @dev Somebody who has such shares, if a few places further on there is one.
    function _sender(EquityToken token, uint256 seed) private view returns (address from) {
        for (uint256 i = 0; i < 4; ++i) {
            from = _people[(seed % _people.length + i) % _people.length];
            if (token.balanceOf(from) != 0) return from;
        }
    }

    /// @dev Now and then more than there is, or all of it, mostly less than a quarter.
    function _part(uint256 balance, uint256 seed) internal pure returns (uint256) {
        if (seed % 16 == 0) return _bound(seed, 0, balance + balance / 16);
        return seed % 16 == 1 ? balance : _bound(seed, 0, balance / 4);
    }

    /// @param spender Who moves them with an allowance; zero if `from` does.
    function _transfer(EquityToken token, address from, address to, uint256 amount, address spender)
        internal
        returns (bool success)
    {
        bytes memory refusal = _transferRefusal(token, from, to, amount);
        (bool allowed, bytes4 reason) = token.canTransfer(from, to, amount);
        assertEq(allowed, refusal.length == 0, "whether it can be is told beforehand");
        assertEq(reason, bytes4(refusal), "and if not, why");

        uint256[] memory before = _dues(token);
        bytes memory data = abi.encodeCall(IERC20.transfer, (to, amount));
        if (spender != address(0)) {
            vm.prank(from);
            token.approve(spender, amount);
            data = abi.encodeCall(IERC20.transferFrom, (from, to, amount));
        }
        success = _call(spender == address(0) ? from : spender, address(token), 0, data, refusal);
        if (success) {
            _moved(token, from, to, amount);
            if (amount != 0 && from != to) _requireFloat(token, to);
        }
        _requireDuesKept(token, before);
        if (spender != address(0)) _done(success ? "transferFrom" : "transferFrom refused");
        else _done(success ? "transfer" : "transfer refused");
    }

    function reclassify(uint256 seed, uint256 accountSeed) external {
        (EquityToken token, address account) = _unmarked(seed);
        if (account == address(0)) (token, account) = (_token(seed), _account(accountSeed));
        bool right = _isToken[account] && !_ghostMarked[address(token)][account];
        bytes memory expected =
            right ? bytes("") : abi.encodeWithSelector(IEquityToken.NothingToReclassify.selector, account);
        uint256[] memory before = _dues(token);
        bytes memory data = abi.encodeCall(IEquityToken.reclassify, (account));
        bool success = _call(address(this), address(token), 0, data, expected);
        if (success) _noteMark(address(token), account, _ghostShares[address(token)][account]);
        _requireDuesKept(token, before);
        _done(success ? "reclassify" : "reclassify refused");
    }

    /// @dev The first treasury that is not marked yet, from a place by chance on.
    function _unmarked(uint256 seed) private view returns (EquityToken token, address account) {
        for (uint256 i = 0; i < tokenCount(); ++i) {
            token = _token(seed % tokenCount() + i);
            address[] storage list = _holders[address(token)];
            for (uint256 j = 0; j < list.length; ++j) {
                if (_isToken[list[j]] && !_ghostMarked[address(token)][list[j]]) return (token, list[j]);
            }
        }
        return (token, address(0));
    }

    // ------------------------------------------------------------------------------------------------- permissions

    function approveHolder(uint256 seed, uint256 holderSeed, bool approved) external {
        PersonalToken token = _personal(seed);
        address holder = _account(holderSeed);
        bytes memory data = abi.encodeCall(IPersonalToken.approveHolder, (holder, approved));
        if (!_call(token.person(), address(token), 0, data, _openRefusal(token))) return;
        assertEq(token.isHolderApproved(holder), approved, "approved or not");
        _done(approved ? "approveHolder" : "withdraw holder");
    }

    function openTransfers(uint256 seed) external {
        PersonalToken token = _personal(seed);
        // Rarely, so that enough stay closed.
        if (seed / 64 % 4 != 0) return;
        bytes memory data = abi.encodeCall(IPersonalToken.openTransfers, ());
        if (!_call(token.person(), address(token), 0, data, _openRefusal(token))) return;
        _done("openTransfers");
    }

    function _openRefusal(PersonalToken token) private view returns (bytes memory) {
        if (!token.transfersOpen()) return "";
        return abi.encodeWithSelector(IPersonalToken.TransfersAlreadyOpen.selector);
    }

    function allowDeposit(uint256 seed, uint256 tokenSeed, bool allowed) external {
        PersonalToken token = _personal(seed);
        address other = address(_token(tokenSeed));
        bytes memory expected =
            other == address(token) ? abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, other) : bytes("");
        bytes memory data = allowed
            ? abi.encodeCall(IPersonalToken.allowDeposit, (other))
            : abi.encodeCall(IPersonalToken.refuseDeposit, (other));
        if (!_call(token.person(), address(token), 0, data, expected)) return;
        _done(allowed ? "allowDeposit" : "refuseDeposit");
    }

    /// @dev Shares that a person asked for into that person's treasury.
    function deposit(uint256 seed, uint256 tokenSeed, uint256 fromSeed, uint256 amount) external {
        PersonalToken receiver = _personal(seed);
        for (uint256 i = 0; i < tokenCount(); ++i) {
            EquityToken token = _token(tokenSeed % tokenCount() + i);
            if (!receiver.isDepositAllowed(address(token))) continue;
            address from = _sender(token, fromSeed);
            if (_transfer(token, from, address(receiver), _part(token.balanceOf(from), amount), address(0))) {
                _done("deposit");
            }
            return;
        }
    }

    // --------------------------------------------------------------------------------------------------- hand-over

    function offerToken(uint256 seed, uint256 toSeed) external {
        PersonalToken token = _personal(seed);
        address to = _wallet(toSeed);
        // Mostly to somebody who may have it.
        for (uint256 i = 0; i < PEOPLE && toSeed % 4 != 0 && _tokenlessRefusal(to, address(token)).length != 0; ++i) {
            to = _wallet(toSeed % PEOPLE + i);
        }
        vm.prank(token.person());
        token.transferPerson(to);
        _done("offerToken");
    }

    function acceptToken(uint256 seed, bool wrongSupply) external {
        for (uint256 i = 0; i < _personalTokens.length; ++i) {
            PersonalToken token = _personal(seed % _personalTokens.length + i);
            if (token.pendingPerson() == address(0)) continue;
            return _accept(token, wrongSupply);
        }
    }

    function _accept(PersonalToken token, bool wrongSupply) private {
        address from = token.person();
        address to = token.pendingPerson();
        uint256 supply = token.totalSupply();
        uint256 seen = wrongSupply ? supply + 1 : supply;
        bytes memory expected = _tokenlessRefusal(to, address(token));
        if (wrongSupply) expected = abi.encodeWithSelector(IPersonalToken.SupplyChanged.selector, supply, seen);
        bytes memory data = abi.encodeCall(IPersonalToken.acceptPerson, (seen));
        if (!_call(to, address(token), 0, data, expected)) return _done("acceptToken refused");
        _ghostHad[to] = address(token);
        assertEq(token.person(), to, "somebody else is the person");
        assertEq(REGISTRY.personalTokenOf(to), address(token), "and found by the registry");
        assertEq(REGISTRY.personalTokenOf(from), address(0), "instead of who was");
        _done("acceptToken");
    }

    /// @dev One token a person, for ever.
    /// @param own What may come back.
    function _tokenlessRefusal(address person, address own) private view returns (bytes memory) {
        address existing = REGISTRY.personalTokenOf(person);
        if (existing == address(0) && _ghostHad[person] != own) existing = _ghostHad[person];
        if (existing == address(0)) return "";
        return abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, person, existing);
    }
}
