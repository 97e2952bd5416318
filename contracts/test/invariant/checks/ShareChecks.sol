// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityToken} from "../../../src/EquityToken.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {HolderClass} from "../../../src/types/EquityTypes.sol";
import {World} from "../handlers/World.sol";

/// @notice What must always hold of shares and votes.
abstract contract ShareChecks is World {
    struct Sums {
        uint256 supply;
        uint256 excluded;
        uint256 treasuries;
        uint256 networks;
    }

    /// @notice Everybody has the shares that they should, and all the sums that tokens keep of them are right.
    function _checkShares() internal view {
        for (uint256 i = 0; i < tokenCount(); ++i) {
            EquityToken token = tokenAt(i);
            Sums memory sums;
            address[] storage accounts = _holders[address(token)];
            for (uint256 j = 0; j < accounts.length; ++j) {
                _checkHolder(token, accounts[j], sums);
            }
            _checkSums(token, sums);
        }
    }

    function _checkHolder(EquityToken token, address account, Sums memory sums) private view {
        uint256 shares = _ghostShares[address(token)][account];
        // Compared here, since each call of an assertion costs more than the view.
        uint256 balance = token.balanceOf(account);
        if (balance != shares) assertEq(balance, shares, "nobody's shares moved but by what they did");
        bool excluded = _ghostExcluded[address(token)][account];
        bool marked = _ghostMarked[address(token)][account];
        HolderClass class = excluded ? HolderClass.Excluded : marked ? HolderClass.Treasury : HolderClass.Wallet;
        if (token.classOf(account) != class) assertTrue(false, "a holder is what it was proved to be");
        if (_isNetwork(address(token))) _checkLock(token, account, shares, marked);
        sums.supply += shares;
        if (excluded) sums.excluded += shares;
        if (marked) sums.treasuries += shares;
        if (marked && _isNetwork(account)) sums.networks += shares;
    }

    function _checkLock(EquityToken token, address account, uint256 shares, bool marked) private view {
        Lock memory lock = _ghostLock(address(token), account);
        (uint256 locked, uint256 until) = token.lockedOf(account);
        if (locked != lock.amount) assertEq(locked, lock.amount, "so many are locked");
        if (locked != 0) assertEq(until, lock.until, "until then");
        if (locked > shares) assertLe(locked, shares, "and they are there");
        uint256 movable = token.transferableBalanceOf(account);
        if (movable != (marked ? 0 : shares - locked)) assertTrue(false, "the others can move");
    }

    function _checkSums(EquityToken token, Sums memory sums) private view {
        assertEq(token.totalSupply(), sums.supply, "balances make the supply");
        assertEq(token.eligibleSupply(), sums.supply - sums.excluded, "of which pools take no part");
        assertEq(token.treasuryHeld(), sums.treasuries, "what treasuries hold is counted");
        bool none = sums.supply == 0;
        assertTrue(none || (sums.supply >= MIN_SUPPLY && sums.supply <= MAX_SUPPLY), "there are none or enough");
        assertEq(_ghostShares[address(token)][address(token)], 0, "no token holds itself");
        if (!_isNetwork(address(token))) return;
        assertEq(INetworkShares(address(token)).networksHeld(), sums.networks, "and what networks hold");
    }

    /// @notice Every share that can vote does so once, by whom its holder chose.
    function _checkVotes() internal view {
        for (uint256 i = 0; i < _networks.length; ++i) {
            _checkVotesOf(_networks[i]);
        }
    }

    function _checkVotesOf(INetworkShares network) private view {
        address[] storage accounts = _holders[address(network)];
        uint256 undelegated;
        for (uint256 i = 0; i < accounts.length; ++i) {
            address delegatee = _ghostDelegate[address(network)][accounts[i]];
            address delegates = network.delegates(accounts[i]);
            if (delegates != delegatee) assertEq(delegates, delegatee, "a holder's vote is with whom it should be");
            bool idle = delegatee == address(0) && _ghostVotes(address(network), accounts[i]);
            if (idle) undelegated += _ghostShares[address(network)][accounts[i]];
        }
        // Who has votes is a person, or a holder that votes for itself.
        uint256 votes;
        for (uint256 i = 0; i < _people.length; ++i) {
            votes += _votesOf(network, _people[i]);
        }
        for (uint256 i = 0; i < accounts.length; ++i) {
            if (!_isAmongPeople(accounts[i])) votes += _votesOf(network, accounts[i]);
        }
        assertEq(votes + undelegated, _ghostVotable(address(network)), "voting units are what can vote");
    }

    function _votesOf(INetworkShares network, address delegatee) private view returns (uint256 votes) {
        address[] storage accounts = _holders[address(network)];
        for (uint256 i = 0; i < accounts.length; ++i) {
            if (_ghostDelegate[address(network)][accounts[i]] != delegatee) continue;
            if (_ghostVotes(address(network), accounts[i])) votes += _ghostShares[address(network)][accounts[i]];
        }
        uint256 had = network.getVotes(delegatee);
        if (had != votes) assertEq(had, votes, "a delegate has the votes of who chose it");
    }
}
