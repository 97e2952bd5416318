// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {HolderClass, TokenKind} from "../../../src/types/EquityTypes.sol";
import {PoolUser} from "../../mocks/PoolUser.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

contract VotesOfTreasuriesTest is GovernedTest, PoolTest {
    uint256 private constant FOUNDER_SHARES = 100_000e18;
    uint256 private constant SUPPLY = 200_000e18;
    uint256 private constant AMOUNT = 10_000e18;

    address private futureToken;
    address private futureNetwork;

    function setUp() public override(GovernedTest, PoolTest) {
        super.setUp();
        futureToken = registry.predictToken(cleo, TokenKind.Personal, 0);
        futureNetwork = registry.predictToken(address(this), TokenKind.Network, 1);
    }

    function _send(address from, address to, uint256 amount) private {
        vm.prank(from);
        assertTrue(network.transfer(to, amount), "sent");
    }

    function _assertCanVote(uint256 expected) private {
        skip(1);
        assertEq(network.getPastTotalSupply(block.timestamp - 1), expected, "supply that can vote");
    }

    /// @dev A pool with about so many of Ada's shares, and its provider with as many.
    function _pool() private returns (IUniswapV3Pool pool, PoolUser user) {
        pool = _createPool(address(network));
        user = _provide(pool, address(network), ada, AMOUNT);
    }

    function test_Network_TakesVotesAway() external {
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, AMOUNT);
        _stake(other, 0, PersonalToken(payable(address(network))), ada, AMOUNT, ada);
        assertEq(network.getVotes(ada), FOUNDER_SHARES - AMOUNT, "the staker's");
        assertEq(network.getVotes(address(other)), 0, "and not the network's");
        assertEq(network.delegates(address(other)), address(0), "by nobody");
        _assertCanVote(SUPPLY - AMOUNT);
    }

    function test_Network_GivesVotesBack() external {
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, AMOUNT);
        _stake(other, 0, PersonalToken(payable(address(network))), ada, AMOUNT, ada);
        vm.prank(other.governor());
        uint256 exitId = other.createExitTerms(_exitTerms(address(network), ada, AMOUNT));
        skip(OPENING_DELAY);
        vm.prank(ada);
        other.unstake(exitId, AMOUNT);
        assertEq(network.getVotes(ada), FOUNDER_SHARES, "votes");
        _assertCanVote(SUPPLY);
    }

    function test_Pool_LosesItsVotes() external {
        (IUniswapV3Pool pool,) = _pool();
        uint256 held = network.balanceOf(address(pool));
        vm.expectEmit(address(network));
        emit IVotes.DelegateVotesChanged(address(pool), held, 0);
        network.exclude(address(pool));
        assertEq(network.getVotes(address(pool)), 0, "votes");
        _assertCanVote(SUPPLY - held);
    }

    function test_Pool_TakesVotesAway() external {
        (IUniswapV3Pool pool,) = _pool();
        network.exclude(address(pool));
        uint256 before = network.getVotes(ben);
        _send(ben, address(pool), AMOUNT);
        assertEq(network.getVotes(ben), before - AMOUNT, "the sender's");
        assertEq(network.getVotes(address(pool)), 0, "and not the pool's");
        _assertCanVote(SUPPLY - network.balanceOf(address(pool)));
    }

    function test_Pool_GivesVotesToTheReceiver() external {
        (IUniswapV3Pool pool, PoolUser user) = _pool();
        network.exclude(address(pool));
        PoolUser buyer = new PoolUser(pool);
        quote.mint(address(buyer), AMOUNT);
        buyer.sell(address(quote), 100e18);
        uint256 bought = network.balanceOf(address(buyer));
        assertGt(bought, 0, "bought");
        assertEq(network.delegates(address(buyer)), address(buyer), "votes for itself");
        assertEq(network.getVotes(address(buyer)), bought, "with what it bought");
        assertEq(network.getVotes(address(user)), network.balanceOf(address(user)), "others as before");
        _assertCanVote(SUPPLY - network.balanceOf(address(pool)));
    }

    function test_Pool_IsAWalletUntilItIsExcluded() external {
        (IUniswapV3Pool pool,) = _pool();
        assertEq(network.delegates(address(pool)), address(pool), "for itself");
        assertEq(network.getVotes(address(pool)), network.balanceOf(address(pool)), "votes");
        _assertCanVote(SUPPLY);
    }

    function test_FutureToken_IsReclassified() external {
        _send(ada, futureToken, AMOUNT);
        assertEq(network.delegates(futureToken), futureToken, "as a wallet it votes for itself");
        _launch(cleo, "CLEO");
        vm.expectEmit(address(network));
        emit IVotes.DelegateChanged(futureToken, futureToken, cleo);
        network.reclassify(futureToken);
        assertEq(network.getVotes(cleo), AMOUNT, "by its person");
        assertEq(network.getVotes(futureToken), 0, "and not by itself");
        _assertCanVote(SUPPLY);
    }

    function test_FutureToken_ReceivesMore() external {
        _send(ada, futureToken, AMOUNT);
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        vm.prank(cleo);
        cleoToken.allowDeposit(address(network));
        _send(ada, futureToken, 5e18);
        assertEq(uint8(network.classOf(futureToken)), uint8(HolderClass.Treasury), "class");
        assertEq(network.getVotes(cleo), AMOUNT + 5e18, "by its person with all");
        assertEq(network.getVotes(futureToken), 0, "and not by itself");
        _assertCanVote(SUPPLY);
    }

    function test_FutureToken_GivenThePersonDelegatedBefore() external {
        _send(ada, futureToken, AMOUNT);
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        vm.prank(cleo);
        cleoToken.delegateVotes(address(network), dora);
        network.reclassify(futureToken);
        assertEq(network.getVotes(dora), AMOUNT, "by the delegate");
        assertEq(network.getVotes(cleo), 0, "and not by the person");
        _assertCanVote(SUPPLY);
    }

    function test_FutureNetwork_IsReclassified() external {
        _send(ada, futureNetwork, AMOUNT);
        _formWith(benToken, ben, 1e18);
        network.reclassify(futureNetwork);
        assertEq(network.getVotes(futureNetwork), 0, "no votes");
        assertEq(network.networksHeld(), AMOUNT, "held by a network");
        _assertCanVote(SUPPLY - AMOUNT);
    }

    function test_FutureNetwork_ReceivesMore() external {
        _send(ada, futureNetwork, AMOUNT);
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, AMOUNT);
        assertEq(address(other), futureNetwork, "where it was predicted");
        _stake(other, 0, PersonalToken(payable(address(network))), ada, AMOUNT, ada);
        assertEq(network.getVotes(futureNetwork), 0, "no votes");
        assertEq(network.networksHeld(), 2 * AMOUNT, "all is held by a network");
        _assertCanVote(SUPPLY - 2 * AMOUNT);
    }
}
