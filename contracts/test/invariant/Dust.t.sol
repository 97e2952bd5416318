// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice What rounding leaves in a token, where somebody tries to make it much.
contract DustTest is WeftTest {
    uint256 private constant HOLDERS = 8;
    uint256 private constant TRANSFERS = 100;
    uint256 private constant TRIES = 8;
    uint256 private constant DUST_OF_SIDE = 2;

    PersonalToken private token;
    address[] private holders;

    struct Move {
        address from;
        address to;
        uint256 amount;
        uint256 loss;
    }

    /// @dev Each time the move is chosen, of a few, for which the parts of a wei that rounding takes are the largest.
    function test_UnfavourableMoves_LeaveLittleDust() external {
        token = _launch(ada, "ADA");
        // A mint has one side, a transfer two.
        uint256 sides = 1;
        for (uint256 i = 0; i < HOLDERS; ++i) {
            holders.push(makeAddr(vm.toString(i)));
            _send(ada, holders[i], MILLION / HOLDERS);
            sides += 2;
        }
        for (uint256 i = 0; i < TRANSFERS; ++i) {
            _realize(token, ada, 1 ether + i * 1e9 + 7);
            Move memory move = _choose(i);
            _send(move.from, move.to, move.amount);
            sides += 2;
        }
        uint256 owed;
        for (uint256 i = 0; i < HOLDERS; ++i) {
            owed += token.claimable(holders[i]);
        }
        uint256 dust = address(token).balance - owed;
        // The incomes together are worth one wei.
        assertLe(dust, HOLDERS + DUST_OF_SIDE * sides + 1, "what rounding leaves is bounded");
    }

    function _send(address from, address to, uint256 amount) private {
        vm.prank(from);
        assertTrue(token.transfer(to, amount), "sent");
    }

    function _choose(uint256 seed) private view returns (Move memory best) {
        for (uint256 i = 0; i < TRIES; ++i) {
            uint256 draw = uint256(keccak256(abi.encode(seed, i)));
            Move memory move;
            move.from = holders[draw % HOLDERS];
            move.to = holders[(draw + 1 + draw / 8 % (HOLDERS - 1)) % HOLDERS];
            move.amount = 1 + draw % (token.balanceOf(move.from) / 2);
            move.loss = _part(move.from, 0, 0) + _part(move.to, 0, 0);
            move.loss += 2 ** 130 - _part(move.from, 0, move.amount) - _part(move.to, move.amount, 0);
            if (move.loss > best.loss) best = move;
        }
    }

    /// @dev The part of a wei, times 2¹²⁸, that a holder is entitled to after so many shares came and went.
    function _part(address holder, uint256 more, uint256 less) private view returns (uint256) {
        return mulmod(token.balanceOf(holder) + more - less, token.incomePerShare(), 2 ** 128);
    }
}
