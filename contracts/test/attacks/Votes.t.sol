// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {Founder, TokenKind} from "../../src/types/EquityTypes.sol";
import {AttackTest} from "../utils/AttackTest.sol";

/// @notice Attacks to have votes that nobody should have: of borrowed shares, of the same share twice, of treasuries.
contract VotesAttacksTest is AttackTest {
    uint256 private constant SUPPLY = 200_000e18;
    uint256 private constant HALF = 100_000e18;
    uint256 private constant TENTH = 10_000e18;
    uint256 private constant MAX = type(uint256).max;

    /// @dev Somebody proposes something harmless.
    function _proposal(address proposer) private returns (uint256) {
        return _propose(proposer, address(network), abi.encodeCall(INetworkAdmission.setContractURI, (URI)));
    }

    function _send(address from, address to, uint256 shares) private {
        vm.prank(from);
        assertTrue(network.transfer(to, shares), "sent");
    }

    function _weightOf(address voter, uint256 proposalId) private returns (uint256 weight) {
        vm.prank(voter);
        return governor.castVote(proposalId, FOR);
    }

    /// @dev All votes that these accounts have are what can vote.
    function _assertVotesAre(address[] memory accounts, uint256 expected) private {
        uint256 sum = 0;
        for (uint256 i = 0; i < accounts.length; ++i) {
            sum += network.getVotes(accounts[i]);
        }
        assertEq(sum, expected, "votes of all");
        skip(1);
        assertEq(network.getPastTotalSupply(block.timestamp - 1), expected, "what can vote");
    }

    function _accounts(address extra) private view returns (address[] memory accounts) {
        accounts = new address[](6);
        (accounts[0], accounts[1], accounts[2], accounts[3]) = (ada, ben, cleo, dora);
        (accounts[4], accounts[5]) = (mallory, extra);
    }

    // ----------------------------------------------------------------------------------------------- borrowed shares

    /// @dev To vote with shares that were borrowed for the vote: what counts is who held them before it began.
    function test_Attack_VoteWithBorrowedShares() external {
        uint256 proposalId = _proposal(ada);
        skip(DELAY + 1);
        _send(ben, mallory, HALF);
        assertEq(_weightOf(mallory, proposalId), 0, "nothing");
        assertEq(_weightOf(ben, proposalId), HALF, "who lent them votes");
    }

    /// @dev To hold borrowed shares in the second of the snapshot, and give them back within it.
    function test_Attack_VoteWithSharesBorrowedInTheSnapshot() external {
        uint256 proposalId = _proposal(ada);
        vm.warp(governor.proposalSnapshot(proposalId));
        _send(ben, mallory, HALF);
        _send(mallory, ben, HALF);
        skip(1);
        assertEq(_weightOf(mallory, proposalId), 0, "nothing");
        assertEq(_weightOf(ben, proposalId), HALF, "who lent them votes");
    }

    /// @dev To propose with borrowed shares.
    function test_Attack_ProposeWithBorrowedShares() external {
        _send(ben, mallory, HALF);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, mallory, 0, 1e18));
        _proposal(mallory);
    }

    /// @dev To vote with the same shares from two accounts.
    function test_Attack_VoteTwiceWithTheSameShares() external {
        uint256 proposalId = _proposal(ada);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        assertEq(_weightOf(ada, proposalId), HALF, "once");
        _send(ada, mallory, HALF);
        assertEq(_weightOf(mallory, proposalId), 0, "not twice");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, ada));
        governor.castVote(proposalId, FOR);
    }

    /// @dev To multiply votes by delegating, moving shares, and delegating again.
    function testFuzz_Attack_MultiplyVotesByDelegating(uint256 seed) external {
        address[] memory all = _accounts(address(0));
        for (uint256 i = 0; i < 40; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            address from = all[seed % 5];
            address to = all[(seed >> 8) % 6];
            if ((seed >> 16) % 2 == 0) {
                vm.prank(from);
                network.delegate(to);
            } else if (to != address(0)) {
                _send(from, to, (seed >> 32) % (network.balanceOf(from) + 1));
            }
        }
        uint256 undelegated = 0;
        for (uint256 i = 0; i < 5; ++i) {
            if (network.delegates(all[i]) == address(0)) undelegated += network.balanceOf(all[i]);
        }
        uint256 sum = undelegated;
        for (uint256 i = 0; i < 5; ++i) {
            sum += network.getVotes(all[i]);
        }
        assertEq(sum, SUPPLY, "every share votes once at most");
        skip(1);
        assertEq(network.getPastTotalSupply(block.timestamp - 1), SUPPLY, "what can vote");
    }

    /// @dev To make somebody who votes with nobody vote again, by sending the first shares anew.
    function test_Attack_UndoAnOptOut() external {
        vm.prank(ben);
        network.delegate(address(0));
        _send(ben, ada, HALF);
        _send(ada, ben, TENTH);
        assertEq(network.delegates(ben), address(0), "as he chose");
        assertEq(network.getVotes(ben), 0, "no votes");
    }

    /// @dev To take over somebody's votes by sending shares: who delegated stays with that choice.
    function test_Attack_ResetADelegation() external {
        vm.prank(ben);
        network.delegate(cleo);
        _send(ben, ada, HALF);
        _send(ada, ben, TENTH);
        assertEq(network.delegates(ben), cleo, "as he chose");
        assertEq(network.getVotes(cleo), TENTH, "his shares");
    }

    // ----------------------------------------------------------------------------------------------------- treasuries

    /// @dev To vote for a network with what it holds of another, by whoever controls its votes.
    function test_Attack_VotesOfANetworksTreasury() external {
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(PersonalToken(payable(address(network))), ada, TENTH, ONE_TO_ONE);
        INetworkToken other = _form(founders);
        vm.startPrank(ada);
        network.approve(address(other), TENTH);
        other.stake(0, TENTH, ada, MAX);
        vm.stopPrank();
        assertEq(network.getVotes(address(other)), 0, "no votes");
        _assertVotesAre(_accounts(address(other)), SUPPLY - TENTH);
    }

    /// @dev To vote twice with what was sent to a network before there was one: as a wallet's, and again when it is one.
    function test_Attack_VotesOfAFutureNetwork() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 1);
        _send(ada, future, TENTH);
        _assertVotesAre(_accounts(future), SUPPLY);
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, TENTH);
        assertEq(address(other), future, "as foretold");
        network.reclassify(future);
        assertEq(network.getVotes(future), 0, "no votes any more");
        _assertVotesAre(_accounts(future), SUPPLY - TENTH);
        vm.startPrank(ada);
        network.approve(future, TENTH);
        other.stake(0, TENTH, ada, MAX);
        vm.stopPrank();
        _assertVotesAre(_accounts(future), SUPPLY - 2 * TENTH);
    }

    /// @dev The same without the mark: the stake that comes next sets it.
    function test_Attack_VotesOfAFutureNetworkNeverMarked() external {
        address future = registry.predictToken(address(this), TokenKind.Network, 1);
        _send(ada, future, TENTH);
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, TENTH);
        vm.startPrank(ada);
        network.approve(future, TENTH);
        other.stake(0, TENTH, ada, MAX);
        vm.stopPrank();
        assertEq(network.getVotes(future), 0, "no votes any more");
        _assertVotesAre(_accounts(future), SUPPLY - 2 * TENTH);
    }

    /// @dev To vote twice with what was sent to a personal token before there was one: its person votes, once.
    function test_Attack_VotesOfAFuturePersonalToken() external {
        address future = registry.predictToken(mallory, TokenKind.Personal, 0);
        _send(ada, future, TENTH);
        PersonalToken token = _launch(mallory, "MALLORY");
        vm.prank(mallory);
        token.delegateVotes(address(network), dora);
        network.reclassify(future);
        assertEq(network.delegates(future), dora, "as the person chose");
        assertEq(network.getVotes(dora), TENTH, "once");
        _assertVotesAre(_accounts(future), SUPPLY);
    }

    /// @dev The same by a deposit that marks it.
    function test_Attack_VotesOfAFuturePersonalTokenMarkedByADeposit() external {
        address future = registry.predictToken(mallory, TokenKind.Personal, 0);
        _send(ada, future, TENTH);
        PersonalToken token = _launch(mallory, "MALLORY");
        vm.prank(mallory);
        token.allowDeposit(address(network));
        _send(ada, future, TENTH);
        assertEq(network.getVotes(mallory), 2 * TENTH, "the person votes with all of it");
        assertEq(network.getVotes(future), 0, "and nobody else");
        _assertVotesAre(_accounts(future), SUPPLY);
    }

    /// @dev Somebody else than the person chooses who votes for a treasury.
    function test_Attack_DelegateForATreasury() external {
        PersonalToken token = _launch(cleo, "CLEO");
        vm.startPrank(cleo);
        token.allowDeposit(address(network));
        vm.stopPrank();
        _send(ada, address(token), TENTH);
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, mallory));
        token.delegateVotes(address(network), mallory);
        vm.stopPrank();
        vm.startPrank(cleo);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.NotNetwork.selector, address(adaToken)));
        token.delegateVotes(address(adaToken), cleo);
        vm.stopPrank();
        assertEq(network.getVotes(cleo), TENTH, "the person votes");
    }

    /// @dev To keep votes of shares that were burned by leaving.
    function test_Attack_VoteWithBurnedShares() external {
        uint256 id = _allowExit(_exitTerms(address(adaToken), ada, 200_000e18));
        vm.prank(ada);
        network.unstake(id, 200_000e18);
        uint256 proposalId = _proposal(ben);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        assertEq(_weightOf(ada, proposalId), 0, "nothing");
        _assertVotesAre(_accounts(address(0)), HALF);
    }

    /// @dev To replay a signed delegation after it was changed.
    function test_Attack_DelegationReplay() external {
        bytes32 typehash = keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");
        bytes32 message = keccak256(abi.encode(typehash, mallory, 0, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(adaKey, keccak256(abi.encodePacked(hex"1901", network.DOMAIN_SEPARATOR(), message)));
        network.delegateBySig(mallory, 0, block.timestamp, v, r, s);
        vm.prank(ada);
        network.delegate(ada);
        vm.expectRevert(abi.encodeWithSelector(bytes4(keccak256("InvalidAccountNonce(address,uint256)")), ada, 1));
        network.delegateBySig(mallory, 0, block.timestamp, v, r, s);
        assertEq(network.getVotes(mallory), 0, "no votes");
    }
}
