// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {EquityRegistry} from "../../../src/EquityRegistry.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Settlement} from "../../../src/Settlement.sol";
import {TokenKind} from "../../../src/types/EquityTypes.sol";
import {RefusingReceiver, ReenteringReceiver} from "../../mocks/Receivers.sol";

/// @notice Who and what there is, and what the tests know of it without asking the contracts: who has how many shares,
/// how much currency, and whose vote. Every action writes down what it should have changed, and nothing else may change.
abstract contract World is Test {
    uint256 public constant PEOPLE = 12;
    uint256 public constant WEALTH = 1_000_000 ether;
    uint256 internal constant MIN_SUPPLY = 1e15;
    uint256 internal constant MAX_SUPPLY = type(uint96).max;
    /// @dev What may be lost to rounding each time that a balance changes, in wei: two of them in a transfer.
    uint256 internal constant DUST_OF_SIDE = 2;

    EquityRegistry public immutable REGISTRY;
    Settlement public immutable SETTLEMENT;

    /// @dev Wallets, then contracts that hold shares as wallets do.
    address[] internal _people;
    mapping(address wallet => uint256) internal _keys;
    RefusingReceiver internal _refuser;
    ReenteringReceiver internal _robber;

    PersonalToken[] internal _personalTokens;
    INetworkToken[] internal _networks;
    mapping(address account => bool) internal _isToken;
    mapping(address account => bool) internal _isPool;
    /// @dev Whoever makes calls of its own.
    mapping(address account => bool) internal _acts;

    /// @notice Calls that did what they are for, by name.
    mapping(string action => uint256) public ghostCalls;

    /// @dev Every account that is no token and ever had currency or shares.
    address[] internal _outsiders;
    mapping(address account => bool) private _isOutsider;
    mapping(address account => uint256) internal _ghostMoney;
    uint256 internal _ghostPaidIn;
    uint256 internal _ghostPaidOut;

    mapping(address token => address[]) internal _holders;
    mapping(address token => mapping(address account => bool)) private _isHolder;
    mapping(address token => mapping(address account => uint256)) internal _ghostShares;
    mapping(address token => mapping(address account => bool)) internal _ghostMarked;
    mapping(address token => mapping(address account => bool)) internal _ghostExcluded;
    mapping(address token => uint256) internal _ghostDust;

    mapping(address network => mapping(address account => address)) internal _ghostDelegate;
    mapping(address network => mapping(address account => bool)) private _ghostOptedOut;
    mapping(address network => mapping(address account => Lock)) private _ghostLocks;

    struct Lock {
        uint256 amount;
        uint256 until;
    }

    constructor(EquityRegistry registry, Settlement settlement) {
        REGISTRY = registry;
        SETTLEMENT = settlement;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            (address wallet, uint256 key) = makeAddrAndKey(string.concat("person ", vm.toString(i)));
            _people.push(wallet);
            _keys[wallet] = key;
            _acts[wallet] = true;
            vm.deal(wallet, WEALTH);
            _noteOutsider(wallet);
            _ghostMoney[wallet] = WEALTH;
        }
        _refuser = new RefusingReceiver();
        _robber = new ReenteringReceiver();
        _people.push(address(_refuser));
        _people.push(address(_robber));
        _acts[address(_refuser)] = true;
        _acts[address(_robber)] = true;
    }

    // ----------------------------------------------------------------------------------------------- who there is

    function tokenCount() public view returns (uint256) {
        return _personalTokens.length + _networks.length;
    }

    /// @notice Personal tokens first.
    function tokenAt(uint256 index) public view returns (EquityToken) {
        uint256 personal = _personalTokens.length;
        if (index < personal) return _personalTokens[index];
        return EquityToken(payable(address(_networks[index - personal])));
    }

    function _token(uint256 seed) internal view returns (EquityToken) {
        return tokenAt(seed % tokenCount());
    }

    function _personal(uint256 seed) internal view returns (PersonalToken) {
        return _personalTokens[seed % _personalTokens.length];
    }

    function _network(uint256 seed) internal view returns (INetworkToken) {
        return _networks[seed % _networks.length];
    }

    /// @dev Somebody with a key.
    function _wallet(uint256 seed) internal view returns (address) {
        return _people[seed % PEOPLE];
    }

    /// @dev Anybody: mostly people, now and then a token, or an address where a token may be one day.
    function _account(uint256 seed) internal view returns (address) {
        uint256 draw = seed / 8;
        if (seed % 8 < 5) return _people[draw % _people.length];
        if (seed % 8 < 7) return address(_token(draw));
        return _futureToken(draw);
    }

    /// @dev Where a wallet's next network will be, or its personal token, which may be there already.
    function _futureToken(uint256 seed) internal view returns (address) {
        address creator = _wallet(seed / 2);
        if (seed % 2 == 0) return REGISTRY.predictToken(creator, TokenKind.Personal, 0);
        return REGISTRY.predictToken(creator, TokenKind.Network, REGISTRY.networkCountOf(creator));
    }

    /// @dev The first holder of at least so many shares that has a key, from a place by chance on; zero if none has.
    function _holderWithKey(EquityToken token, uint256 seed, uint256 shares) internal view returns (address) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address wallet = _wallet(seed % PEOPLE + i);
            if (token.transferableBalanceOf(wallet) >= shares) return wallet;
        }
        return address(0);
    }

    function _isAmongPeople(address account) internal view returns (bool) {
        return _keys[account] != 0 || account == address(_refuser) || account == address(_robber);
    }

    function _isPersonal(address account) internal view returns (bool) {
        return _isToken[account] && REGISTRY.kindOf(account) == TokenKind.Personal;
    }

    function _isNetwork(address account) internal view returns (bool) {
        return _isToken[account] && REGISTRY.kindOf(account) == TokenKind.Network;
    }

    // ---------------------------------------------------------------------------------------- what should be so

    /// @dev Whatever was sent to the address before is the token's now.
    function _noteToken(address token) internal {
        _isToken[token] = true;
        _ghostPaidIn += token.balance;
    }

    function _noteOutsider(address account) internal {
        if (_isOutsider[account]) return;
        _isOutsider[account] = true;
        _outsiders.push(account);
    }

    /// @dev Somebody paid a token.
    function _paid(address from, uint256 amount) internal {
        _ghostMoney[from] -= amount;
        _ghostPaidIn += amount;
    }

    /// @dev A token paid somebody. What it paid another token stays in.
    function _received(address to, uint256 amount) internal {
        if (_isToken[to]) return;
        _noteOutsider(to);
        _ghostMoney[to] += amount;
        _ghostPaidOut += amount;
    }

    /// @dev Shares moved, came (`from` zero) or went (`to` zero).
    function _moved(EquityToken token, address from, address to, uint256 amount) internal {
        if (amount == 0) return;
        address key = address(token);
        _ghostDust[key] += from != address(0) && to != address(0) ? 2 * DUST_OF_SIDE : DUST_OF_SIDE;
        uint256 before = _ghostShares[key][to];
        if (from != address(0)) _ghostShares[key][from] -= amount;
        if (to == address(0)) return;
        _ghostShares[key][to] += amount;
        _noteHolder(key, to);
        _noteMark(key, to, before);
        if (before == 0 && from != to && _isNetwork(key)) _noteFirstShares(key, to);
    }

    function _noteHolder(address token, address account) private {
        if (_isHolder[token][account]) return;
        _isHolder[token][account] = true;
        _holders[token].push(account);
        if (!_isToken[account]) _noteOutsider(account);
    }

    /// @dev An equity token is marked as a treasury when shares come, or when somebody says so.
    function _noteMark(address token, address account, uint256 shares) internal {
        if (!_isToken[account] || _ghostMarked[token][account]) return;
        _ghostMarked[token][account] = true;
        bool votedForItself = shares != 0 && _isPersonal(account) && _ghostDelegate[token][account] == account;
        if (votedForItself) _ghostDelegate[token][account] = PersonalToken(payable(account)).person();
    }

    /// @dev With first shares a wallet votes for itself, a personal token by its person; unless it chose.
    function _noteFirstShares(address network, address account) private {
        bool chose = _ghostDelegate[network][account] != address(0) || _ghostOptedOut[network][account];
        if (chose || !_ghostVotes(network, account)) return;
        _ghostDelegate[network][account] = _isPersonal(account) ? PersonalToken(payable(account)).person() : account;
    }

    function _noteDelegate(address network, address account, address to) internal {
        _ghostDelegate[network][account] = to;
        if (to == address(0)) _ghostOptedOut[network][account] = true;
    }

    /// @dev Whether the account's shares count in votes.
    function _ghostVotes(address network, address account) internal view returns (bool) {
        if (_ghostExcluded[network][account]) return false;
        return !_ghostMarked[network][account] || _isPersonal(account);
    }

    /// @dev All shares of a network that can vote.
    function _ghostVotable(address network) internal view returns (uint256 sum) {
        address[] storage list = _holders[network];
        for (uint256 i = 0; i < list.length; ++i) {
            if (_ghostVotes(network, list[i])) sum += _ghostShares[network][list[i]];
        }
    }

    function _noteLock(address network, address account, uint256 shares, uint256 lockup) internal {
        if (lockup == 0) return;
        Lock memory lock = _ghostLock(network, account);
        uint256 until = block.timestamp + lockup;
        _ghostLocks[network][account] =
            Lock({amount: lock.amount + shares, until: until > lock.until ? until : lock.until});
    }

    /// @dev Locked shares are burned first. Where none is left there is no lock.
    function _noteUnlock(address network, address account, uint256 shares) internal {
        Lock memory lock = _ghostLock(network, account);
        bool all = shares >= lock.amount;
        _ghostLocks[network][account] = Lock({amount: all ? 0 : lock.amount - shares, until: all ? 0 : lock.until});
    }

    /// @dev Zeros when the lock is over.
    function _ghostLock(address network, address account) internal view returns (Lock memory lock) {
        lock = _ghostLocks[network][account];
        if (block.timestamp >= lock.until) return Lock({amount: 0, until: 0});
    }

    // -------------------------------------------------------------------------------------------------------- calls

    /// @dev Calls as somebody, and requires that it fails with exactly this error, or not at all if that is empty.
    function _call(address as_, address target, uint256 value, bytes memory data, bytes memory expected)
        internal
        returns (bool success)
    {
        bytes memory answer;
        vm.prank(as_);
        (success, answer) = target.call{value: value}(data);
        if (success) assertEq(expected, "", "a call that should fail went through");
        else assertEq(answer, expected, "a call failed for another reason than it should");
    }

    function _done(string memory action) internal {
        ++ghostCalls[action];
    }
}
