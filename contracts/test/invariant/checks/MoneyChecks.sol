// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityToken} from "../../../src/EquityToken.sol";
import {Dues} from "../handlers/Dues.sol";

/// @notice What must always hold of currency.
abstract contract MoneyChecks is Dues {
    /// @notice A token has what all its holders can claim, what still streams, what is not booked yet, and a little dust.
    function _checkSolvency() internal view {
        for (uint256 i = 0; i < tokenCount(); ++i) {
            _checkSolvencyOf(tokenAt(i));
        }
    }

    function _checkSolvencyOf(EquityToken token) private view {
        address[] storage accounts = _holders[address(token)];
        uint256 owed = _streaming(token) + token.unaccounted();
        uint256 holdings;
        for (uint256 i = 0; i < accounts.length; ++i) {
            owed += token.claimable(accounts[i]);
            if (_ghostShares[address(token)][accounts[i]] != 0) ++holdings;
        }
        uint256 balance = address(token).balance;
        assertGe(balance, owed, "a token has what it owes");
        // Nowhere near 2³² incomes: together these are worth one wei.
        assertLe(balance - owed, holdings + _ghostDust[address(token)] + 1, "what rounding leaves is bounded");
    }

    /// @notice What people paid in is what was paid out to people, and what tokens hold. Everybody has what they should.
    function _checkConservation() internal view {
        uint256 held;
        for (uint256 i = 0; i < tokenCount(); ++i) {
            EquityToken token = tokenAt(i);
            held += address(token).balance;
            assertEq(token.accounted() + token.unaccounted(), address(token).balance, "all of it is booked or waits");
        }
        assertEq(held, _ghostPaidIn - _ghostPaidOut, "what came in went out or is there");
        for (uint256 i = 0; i < _outsiders.length; ++i) {
            address account = _outsiders[i];
            if (_isToken[account]) continue;
            uint256 money = _ghostMoney[account];
            if (account.balance != money) {
                assertEq(account.balance, money, "nobody was paid or charged but for what they did");
            }
        }
        assertEq(address(REGISTRY).balance + address(SETTLEMENT).balance, 0, "nothing is elsewhere");
    }
}
