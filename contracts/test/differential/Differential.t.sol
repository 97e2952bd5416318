// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {Hop} from "../../src/types/EquityTypes.sol";
import {ExactSolver} from "./ExactSolver.sol";
import {GraphTest} from "./GraphTest.sol";

/// @notice Holds settlements against the exact solution of `y = x + C y`.
/// @dev In units of shares: token i has Sᵢ eligible ones, of token j's its treasury holds sᵢⱼ. Income a unit wⱼ = yⱼ / Sⱼ
/// then solves Sᵢ wᵢ − Σⱼ sᵢⱼ wⱼ = xᵢ, all in whole numbers, and an account that holds b_aⱼ is due Σⱼ b_aⱼ wⱼ.
///
/// The bound. Let w′ be the income a unit that tokens have really divided. When nothing is left to harvest, treasury i
/// has got sᵢⱼ w′ⱼ − fᵢⱼ of token j, where 0 ≤ fᵢⱼ < 1 is the part of a wei that waits; and dividing an income loses at
/// most eligible supply / 2¹²⁸ < 2⁻³² wei, together eᵢ. So Sᵢ w′ᵢ − Σⱼ sᵢⱼ w′ⱼ = xᵢ − (Σⱼ fᵢⱼ + eᵢ): what is missing is
/// itself a solution of the same equations, for an income of less than hᵢ + eᵢ, where hᵢ is how many tokens treasury i
/// holds. An account misses its part of that, and less than a wei for each token that it holds itself, and never gets
/// more. With fewer than 2³² incomes eᵢ < 1. Over all accounts parts add up to one, so that all together miss less than
/// Σ hᵢ + Σ h_a + Σ eᵢ: no more than a wei a holding, since it is a whole number and the last sum is far below one.
contract DifferentialTest is GraphTest {
    uint256 private constant ENOUGH_TURNS = 2000;
    uint256 private constant FEW_TURNS = 4;
    /// @dev Incomes from a wei up, so that rounding matters in some graphs and turns in others.
    uint256 private constant MOST_INCOME_BITS = 70;

    struct Solution {
        /// @dev Income a unit of each token, times the denominator.
        int256[] perUnit;
        int256 denominator;
    }

    uint256[] private _income;

    function testFuzz_SettleUntilDry_PaysTheExactSolution(uint256 seed) external {
        _buildGraph(seed);
        _payIn(true);
        _settleUntilDry();
        // More comes in after all turns are done.
        _payIn(false);
        _settleUntilDry();
        Solution memory exact = _solve(_income);
        Solution memory missing = _solve(_missingIncome());
        uint256 paidToAll;
        for (uint256 a = 0; a < wallets.length; ++a) {
            uint256 paid = _claimAll(wallets[a]);
            paidToAll += paid;
            _requireExact(wallets[a], paid, exact, missing);
        }
        uint256 missed = _sum(_income) - paidToAll;
        assertLe(missed, _holdings(), "all together miss at most a wei a holding");
        assertEq(_heldByTokens(), missed, "which is in the tokens");
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_FewTurns_PayNobodyMore(uint256 seed) external {
        _buildGraph(seed);
        _payIn(true);
        _turn(1 + _draw(FEW_TURNS));
        Solution memory exact = _solve(_income);
        uint256 paidToAll;
        for (uint256 a = 0; a < wallets.length; ++a) {
            uint256 paid = _claimAll(wallets[a]);
            paidToAll += paid;
            assertLe(int256(paid) * exact.denominator, _dueTo(wallets[a], exact), "nobody is paid more");
        }
        assertEq(paidToAll + _heldByTokens(), _sum(_income), "the rest is in the tokens");
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_AnotherOrder_PaysTheSame(uint256 seed) external {
        _buildGraph(seed);
        _payIn(true);
        uint256 snapshot = vm.snapshotState();
        _settleUntilDry();
        uint256[] memory first = _claimable();
        require(vm.revertToState(snapshot), "not reverted");
        _draw(1 + seed % 7);
        _turn(1);
        _settleUntilDry();
        uint256[] memory second = _claimable();
        Solution memory missing = _solve(_missingIncome());
        for (uint256 a = 0; a < wallets.length; ++a) {
            int256 difference = int256(first[a]) - int256(second[a]);
            if (difference < 0) difference = -difference;
            int256 bound = _dueTo(wallets[a], missing) + int256(_holdingsOf(wallets[a])) * missing.denominator;
            assertLe(difference * missing.denominator, bound, "either order pays the same");
        }
    }

    function _requireExact(address wallet, uint256 paid, Solution memory exact, Solution memory missing) private view {
        int256 missed = _dueTo(wallet, exact) - int256(paid) * exact.denominator;
        assertGe(missed, 0, "nobody is paid more than the exact solution");
        int256 bound = _dueTo(wallet, missing) + int256(_holdingsOf(wallet)) * exact.denominator;
        assertLe(missed, bound, "nor less than it but for what rounding takes");
    }

    // ------------------------------------------------------------------------------------------------------- income

    /// @dev Persons realize, at once or over time, and somebody gives to networks.
    function _payIn(bool mayStream) private {
        if (_income.length == 0) _income = new uint256[](tokens.length);
        for (uint256 i = 0; i < tokens.length; ++i) {
            if (_draw(3) == 0) continue;
            uint256 amount = 1 + _draw(1 << (1 + _draw(MOST_INCOME_BITS)));
            _income[i] += amount;
            if (i >= persons) _give(tokens[i], amount);
            else _gain(PersonalToken(payable(address(tokens[i]))), wallets[i], amount, mayStream);
        }
    }

    function _gain(PersonalToken token, address person, uint256 amount, bool mayStream) private {
        bool pooled = token.eligibleSupply() != token.totalSupply();
        uint256 duration = pooled || (mayStream && _draw(2) == 0) ? 1 days + _draw(30 days) : 0;
        hoax(person, amount);
        token.realize{value: amount}(amount, duration, "gain");
        skip(duration);
    }

    function _give(IEquityToken token, uint256 amount) private {
        hoax(dora, amount);
        token.distribute{value: amount}(amount, "gift");
    }

    // --------------------------------------------------------------------------------------------------------- hops

    function _settleUntilDry() private {
        Hop[] memory hops = _turn(ENOUGH_TURNS);
        for (uint256 i = 0; i < hops.length; ++i) {
            assertEq(IEquityToken(hops[i].source).claimable(hops[i].holder), 0, "nothing is left to harvest");
        }
    }

    /// @dev All hops there are, in an order by chance.
    function _turn(uint256 turns) private returns (Hop[] memory hops) {
        hops = new Hop[](tokens.length * tokens.length);
        uint256 count;
        for (uint256 i = 0; i < tokens.length; ++i) {
            for (uint256 j = 0; j < tokens.length; ++j) {
                if (tokens[j].balanceOf(address(tokens[i])) == 0) continue;
                uint256 place = _draw(count + 1);
                hops[count++] = hops[place];
                hops[place] = _hop(address(tokens[i]), address(tokens[j]), turns);
            }
        }
        assembly ("memory-safe") {
            mstore(hops, count)
        }
        settlement.settle(hops, new address[](0), dora, 0, block.timestamp);
    }

    function _claimAll(address wallet) private returns (uint256 paid) {
        address[] memory claims = new address[](tokens.length);
        for (uint256 i = 0; i < claims.length; ++i) {
            claims[i] = address(tokens[i]);
        }
        uint256 balance = wallet.balance;
        paid = settlement.settle(new Hop[](0), claims, wallet, 0, block.timestamp);
        assertEq(wallet.balance - balance, paid, "what is said to be paid is paid");
    }

    function _claimable() private view returns (uint256[] memory list) {
        list = new uint256[](wallets.length);
        for (uint256 a = 0; a < wallets.length; ++a) {
            for (uint256 i = 0; i < tokens.length; ++i) {
                list[a] += tokens[i].claimable(wallets[a]);
            }
        }
    }

    // ----------------------------------------------------------------------------------------------------- solution

    function _solve(uint256[] memory income) private view returns (Solution memory solution) {
        int256[][] memory rows = new int256[][](tokens.length);
        for (uint256 i = 0; i < tokens.length; ++i) {
            rows[i] = new int256[](tokens.length + 1);
            for (uint256 j = 0; j < tokens.length; ++j) {
                rows[i][j] = -_units(tokens[j].balanceOf(address(tokens[i])));
            }
            rows[i][i] += _units(tokens[i].eligibleSupply());
            rows[i][tokens.length] = int256(income[i]);
        }
        (solution.perUnit, solution.denominator) = ExactSolver.solve(rows);
    }

    /// @dev Times the denominator.
    function _dueTo(address account, Solution memory solution) private view returns (int256 due) {
        for (uint256 j = 0; j < tokens.length; ++j) {
            due += _units(tokens[j].balanceOf(account)) * solution.perUnit[j];
        }
    }

    function _units(uint256 shares) private pure returns (int256) {
        require(shares % UNIT == 0, "no whole units");
        return int256(shares / UNIT);
    }

    /// @dev What rounding takes from each token at most: a wei for each token that it holds, and one for all divisions.
    function _missingIncome() private view returns (uint256[] memory list) {
        list = new uint256[](tokens.length);
        for (uint256 i = 0; i < tokens.length; ++i) {
            list[i] = _holdingsOf(address(tokens[i])) + 1;
        }
    }

    function _holdingsOf(address account) private view returns (uint256 count) {
        for (uint256 j = 0; j < tokens.length; ++j) {
            if (tokens[j].balanceOf(account) != 0) ++count;
        }
    }

    function _holdings() private view returns (uint256 count) {
        for (uint256 a = 0; a < wallets.length; ++a) {
            count += _holdingsOf(wallets[a]);
        }
        for (uint256 i = 0; i < tokens.length; ++i) {
            count += _holdingsOf(address(tokens[i]));
        }
    }

    function _heldByTokens() private view returns (uint256 sum) {
        for (uint256 i = 0; i < tokens.length; ++i) {
            sum += address(tokens[i]).balance;
        }
    }

    function _sum(uint256[] memory list) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < list.length; ++i) {
            sum += list[i];
        }
    }
}
