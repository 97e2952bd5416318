// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityToken} from "../../../src/EquityToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {HolderClass, Hop} from "../../../src/types/EquityTypes.sol";
import {World} from "./World.sol";

/// @notice What people do with currency.
abstract contract IncomeHandler is World {
    uint256 private constant MIN_ELIGIBLE = 1e15;

    function realize(uint256 seed, uint256 amount) external {
        if (personalTokens.length == 0) return;
        PersonalToken token = personalTokens[seed % personalTokens.length];
        address person = token.person();
        if (person.balance == 0) return;
        amount = bound(amount, 1, person.balance / 8 + 1);
        vm.prank(person);
        token.realize{value: amount}(amount, 0, "gain");
        ghostRealized[address(token)] += amount;
        ++ghostIncomes[address(token)];
        ++ghostCalls["realize"];
    }

    function distribute(uint256 seed, uint256 giverSeed, uint256 amount) external {
        if (tokenCount() == 0) return;
        EquityToken token = _token(seed);
        address giver = _person(giverSeed);
        if (giver.balance == 0 || token.eligibleSupply() < MIN_ELIGIBLE) return;
        amount = bound(amount, 1, giver.balance / 8 + 1);
        vm.prank(giver);
        token.distribute{value: amount}(amount, "gift");
        ++ghostIncomes[address(token)];
        ++ghostCalls["distribute"];
    }

    function sendByMistake(uint256 seed, uint256 giverSeed, uint256 amount) external {
        if (tokenCount() == 0) return;
        address giver = _person(giverSeed);
        amount = bound(amount, 0, giver.balance / 8);
        address token = address(_token(seed));
        vm.prank(giver);
        (bool accepted,) = token.call{value: amount}("");
        assertTrue(accepted, "a token accepts the coin from anybody");
        ++ghostCalls["sendByMistake"];
    }

    function absorb(uint256 seed) external {
        if (tokenCount() == 0) return;
        EquityToken token = _token(seed);
        uint256 waiting = token.unaccounted();
        if (waiting == 0 || token.eligibleSupply() < MIN_ELIGIBLE) return;
        assertEq(token.absorb(), waiting, "all that waits is absorbed");
        ++ghostIncomes[address(token)];
        ++ghostCalls["absorb"];
    }

    /// @dev Pays the first that something is due to, from a place by chance on.
    function claim(uint256 seed) external {
        uint256 count = accountCount();
        uint256 pairs = tokenCount() * count;
        for (uint256 i = 0; i < pairs; ++i) {
            uint256 pair = (seed % pairs + i) % pairs;
            EquityToken token = tokenAt(pair / count);
            address account = accountAt(pair % count);
            uint256 due = token.claimable(account);
            if (due == 0 || token.classOf(account) == HolderClass.Treasury) continue;
            uint256 balanceBefore = account.balance;
            assertEq(token.claim(account), due, "a claim pays what was claimable");
            assertEq(account.balance - balanceBefore, due, "to the account");
            ++ghostCalls["claim"];
            return;
        }
    }

    /// @dev Harvests the first of which something can be, from a place by chance on.
    function harvest(uint256 seed) external {
        uint256 count = tokenCount();
        for (uint256 i = 0; i < count * count; ++i) {
            uint256 pair = (seed % (count * count) + i) % (count * count);
            EquityToken holder = tokenAt(pair / count);
            EquityToken source = tokenAt(pair % count);
            uint256 due = source.claimable(address(holder));
            if (holder == source || due == 0 || holder.eligibleSupply() < MIN_ELIGIBLE) continue;
            uint256 incomeBefore = holder.totalIncome();
            uint256 waitingBefore = holder.unaccounted();
            assertEq(holder.harvest(address(source)), due, "a harvest brings what was claimable");
            assertEq(holder.totalIncome() - incomeBefore, due, "and books it");
            assertEq(holder.unaccounted(), waitingBefore, "and nothing else");
            ++ghostIncomes[address(holder)];
            ++ghostCalls["harvest"];
            return;
        }
    }

    /// @dev All hops there can be, in an order by chance, and all claims of one person.
    function settle(uint256 personSeed, uint256 seed, uint256 turns) external {
        uint256 count = tokenCount();
        if (count < 2) return;
        Hop[] memory hops = new Hop[](2 * count);
        turns = bound(turns, 1, 4);
        for (uint256 i = 0; i < hops.length; ++i) {
            uint256 draw = uint256(keccak256(abi.encode(seed, i)));
            hops[i] = Hop({
                holder: address(_token(draw)), source: address(_token(draw >> 128)), repeats: i < count ? 1 : turns
            });
            ghostIncomes[hops[i].holder] += hops[i].repeats;
        }
        address[] memory claims = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            claims[i] = address(tokenAt(i));
        }
        address account = _person(personSeed);
        uint256 balanceBefore = account.balance;
        uint256 paid = SETTLEMENT.settle(hops, claims, account, 0, block.timestamp);
        assertEq(account.balance - balanceBefore, paid, "a settlement's result is what the account received");
        ++ghostCalls["settle"];
    }
}
