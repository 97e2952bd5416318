// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {EquityToken} from "../../src/EquityToken.sol";
import {NetworkToken} from "../../src/NetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {EquityRegistry} from "../../src/EquityRegistry.sol";
import {HolderClass, Position, Terms, TokenKind} from "../../src/types/EquityTypes.sol";
import {Deployer} from "../utils/Deployer.sol";
import {WeftHandler} from "./handlers/WeftHandler.sol";

/// @notice What must always hold; in words in the README beside this.
contract WeftInvariants is Test {
    EquityRegistry private registry;
    WeftHandler private handler;

    function setUp() public {
        vm.warp(1_800_000_000);
        Deployer.Protocol memory protocol = Deployer.deploy(address(this), address(0));
        registry = protocol.registry;
        handler = new WeftHandler(registry, protocol.settlement);
        for (uint256 i = 0; i < 4; ++i) {
            handler.launch(i, 1_000_000e18, i != 2);
        }
        handler.form(0, 0, 3);
        handler.form(1, 1, 2);
        for (uint256 i = 0; i < 3; ++i) {
            handler.stake(i, i == 1);
        }
        targetContract(address(handler));
    }

    /// @dev An invariant says nothing if the handler never gets anywhere: in some hundred calls it does everything.
    function test_HandlerDoesEverything() external {
        for (uint256 i = 0; i < 400; ++i) {
            uint256 draw = uint256(keccak256(abi.encode("draw", i)));
            uint256 other = draw >> 64;
            uint256 third = draw >> 128;
            uint256 action = draw % 13;
            if (action == 0) handler.launch(other, third, third % 2 == 0);
            else if (action == 1) handler.form(other, third, draw);
            else if (action == 2) handler.stake(other, third % 2 == 0);
            else if (action == 3) handler.transfer(other, third, draw >> 192, draw);
            else if (action == 4) handler.reclassify(other, third);
            else if (action == 5) handler.realize(other, third);
            else if (action == 6) handler.distribute(other, third, draw);
            else if (action == 7) handler.sendByMistake(other, third, draw);
            else if (action == 8) handler.absorb(other);
            else if (action == 9) handler.claim(other);
            else if (action == 10) handler.harvest(other);
            else if (action == 11) handler.settle(other, third, draw);
            else handler.approveHolder(other, third, draw % 2 == 0);
        }
        string[13] memory actions = [
            "launch",
            "form",
            "stake",
            "transfer",
            "transfer refused",
            "reclassify",
            "realize",
            "distribute",
            "sendByMistake",
            "absorb",
            "claim",
            "harvest",
            "settle"
        ];
        for (uint256 i = 0; i < actions.length; ++i) {
            emit log_named_uint(actions[i], handler.ghostCalls(bytes32(bytes(actions[i]))));
            assertGt(handler.ghostCalls(bytes32(bytes(actions[i]))), 0, actions[i]);
        }
    }

    function _sumOfClaimables(EquityToken token, address[] memory accounts) private view returns (uint256 sum) {
        for (uint256 i = 0; i < accounts.length; ++i) {
            sum += token.claimable(accounts[i]);
        }
    }

    function invariant_Solvency() external view {
        (EquityToken[] memory tokens, address[] memory accounts) = (handler.tokens(), handler.accounts());
        for (uint256 i = 0; i < tokens.length; ++i) {
            EquityToken token = tokens[i];
            assertGe(
                address(token).balance, _sumOfClaimables(token, accounts) + token.unaccounted(), "covers what is due"
            );
        }
    }

    function invariant_DustIsBounded() external view {
        (EquityToken[] memory tokens, address[] memory accounts) = (handler.tokens(), handler.accounts());
        for (uint256 i = 0; i < tokens.length; ++i) {
            EquityToken token = tokens[i];
            uint256 holdings;
            for (uint256 j = 0; j < accounts.length; ++j) {
                if (token.balanceOf(accounts[j]) != 0) ++holdings;
            }
            uint256 dust = address(token).balance - _sumOfClaimables(token, accounts) - token.unaccounted();
            uint256 moves = handler.ghostMoves(address(token));
            uint256 incomes = handler.ghostIncomes(address(token));
            assertLe(dust, holdings + 2 * moves + (incomes + (1 << 32) - 1) / (1 << 32), "only rounding stays");
        }
    }

    function invariant_CurrencyIsConserved() external view {
        uint256 sum = address(registry).balance + address(handler.SETTLEMENT()).balance;
        address[] memory accounts = handler.accounts();
        for (uint256 i = 0; i < accounts.length; ++i) {
            sum += accounts[i].balance;
        }
        assertEq(sum, handler.PEOPLE() * handler.WEALTH(), "nothing is lost and nothing is made");
    }

    function invariant_BooksAreClosed() external view {
        EquityToken[] memory tokens = handler.tokens();
        for (uint256 i = 0; i < tokens.length; ++i) {
            EquityToken token = tokens[i];
            assertEq(
                token.totalIncome() - token.totalClaimed() + token.unaccounted(),
                address(token).balance,
                "books and balance agree"
            );
            if (token.kind() != TokenKind.Personal) continue;
            uint256 realized = PersonalToken(payable(address(token))).totalRealized();
            assertEq(realized, handler.ghostRealized(address(token)), "realized is what the person paid in");
        }
    }

    function invariant_BalancesMakeTheSupply() external view {
        (EquityToken[] memory tokens, address[] memory accounts) = (handler.tokens(), handler.accounts());
        for (uint256 i = 0; i < tokens.length; ++i) {
            EquityToken token = tokens[i];
            uint256 sum;
            for (uint256 j = 0; j < accounts.length; ++j) {
                sum += token.balanceOf(accounts[j]);
            }
            assertEq(sum, token.totalSupply(), "balances make the supply");
            assertEq(sum, token.eligibleSupply(), "all of it takes part");
        }
    }

    function invariant_SupplyIsNoneOrEnough() external view {
        EquityToken[] memory tokens = handler.tokens();
        for (uint256 i = 0; i < tokens.length; ++i) {
            uint256 supply = tokens[i].totalSupply();
            assertTrue(supply == 0 || (supply >= 1e15 && supply <= type(uint96).max), "none or enough");
        }
    }

    function invariant_TreasuriesAreCounted() external view {
        (EquityToken[] memory tokens, address[] memory accounts) = (handler.tokens(), handler.accounts());
        for (uint256 i = 0; i < tokens.length; ++i) {
            EquityToken token = tokens[i];
            uint256 held;
            uint256 byNetworks;
            for (uint256 j = 0; j < accounts.length; ++j) {
                address account = accounts[j];
                if (token.classOf(account) != HolderClass.Treasury) continue;
                held += token.balanceOf(account);
                if (registry.kindOf(account) == TokenKind.Network) byNetworks += token.balanceOf(account);
            }
            assertEq(token.treasuryHeld(), held, "held by treasuries");
            if (token.kind() != TokenKind.Network) continue;
            assertEq(NetworkToken(payable(address(token))).networksHeld(), byNetworks, "held by networks");
        }
    }

    function invariant_TreasuriesAreTokens() external view {
        (EquityToken[] memory tokens, address[] memory accounts) = (handler.tokens(), handler.accounts());
        for (uint256 i = 0; i < tokens.length; ++i) {
            EquityToken token = tokens[i];
            for (uint256 j = 0; j < accounts.length; ++j) {
                address account = accounts[j];
                if (token.classOf(account) != HolderClass.Treasury) continue;
                assertTrue(registry.isEquityToken(account), "a treasury is a registered token");
            }
        }
    }

    function invariant_TermsAreKept() external view {
        EquityToken[] memory tokens = handler.tokens();
        for (uint256 i = 0; i < tokens.length; ++i) {
            if (tokens[i].kind() != TokenKind.Network) continue;
            NetworkToken network = NetworkToken(payable(address(tokens[i])));
            uint256 minted;
            uint256 inPositions;
            uint256 unused;
            for (uint256 id = 0; id < network.termsCount(); ++id) {
                (Terms memory terms, uint256 used) = network.termsOf(id);
                assertTrue(used == 0 || used == terms.cap, "wholly or not at all");
                if (used == 0) ++unused;
                minted += used * terms.rate / 1e18;
                Position memory position = network.positionOf(terms.member, terms.account);
                assertEq(position.staked, used, "position staked");
                inPositions += position.minted;
            }
            assertEq(minted, network.totalSupply(), "terms make the supply");
            assertEq(inPositions, minted, "and so do positions");
            assertEq(network.foundersLeft(), unused, "founders left");
            assertEq(network.founded(), unused == 0, "founded");
        }
    }
}
