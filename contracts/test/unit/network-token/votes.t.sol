// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {VotesUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/utils/VotesUpgradeable.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract VotesTest is GovernedTest {
    bytes32 private constant DELEGATION_TYPEHASH =
        keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");
    uint256 private constant FOUNDER_SHARES = 100_000e18;
    uint256 private constant ROUNDS = 16;

    function _send(address from, address to, uint256 amount) private {
        vm.prank(from);
        assertTrue(network.transfer(to, amount), "sent");
    }

    function _delegate(address account, address to) private {
        vm.prank(account);
        network.delegate(to);
    }

    function _assertVotes(address account, uint256 votes) private view {
        assertEq(network.getVotes(account), votes, "votes");
    }

    function _assertNoDelegation(Vm.Log[] memory logs) private pure {
        for (uint256 i = 0; i < logs.length; ++i) {
            assertNotEq(logs[i].topics[0], IVotes.DelegateChanged.selector, "delegates stay");
        }
    }

    /// @dev Puts shares of the network into a personal token's treasury, as its person allows.
    function _deposit(PersonalToken token, address person, uint256 amount) private {
        if (!token.isDepositAllowed(address(network))) {
            vm.prank(person);
            token.allowDeposit(address(network));
        }
        _send(ada, address(token), amount);
    }

    function _sign(address delegatee, uint256 nonce, uint256 expiry)
        private
        view
        returns (uint8 v, bytes32 r, bytes32 s)
    {
        bytes32 message = keccak256(abi.encode(DELEGATION_TYPEHASH, delegatee, nonce, expiry));
        return vm.sign(adaKey, keccak256(abi.encodePacked(hex"1901", network.DOMAIN_SEPARATOR(), message)));
    }

    function test_FirstShares() external {
        assertEq(network.delegates(ada), ada, "the founder");
        _assertVotes(ada, FOUNDER_SHARES);

        vm.expectEmit(address(network));
        emit IVotes.DelegateVotesChanged(ada, FOUNDER_SHARES, FOUNDER_SHARES - 5e18);
        vm.expectEmit(address(network));
        emit IVotes.DelegateChanged(cleo, address(0), cleo);
        vm.expectEmit(address(network));
        emit IVotes.DelegateVotesChanged(cleo, 0, 5e18);
        _send(ada, cleo, 5e18);
        assertEq(network.delegates(cleo), cleo, "the receiver");
        _assertVotes(cleo, 5e18);
    }

    function test_FirstShares_GivenItDelegatedBefore() external {
        _delegate(cleo, dora);
        _send(ada, cleo, 5e18);
        assertEq(network.delegates(cleo), dora, "stays");
        _assertVotes(dora, 5e18);
        _assertVotes(cleo, 0);
    }

    function test_FirstShares_GivenItOptedOutBefore() external {
        _delegate(cleo, address(0));
        _send(ada, cleo, 5e18);
        assertEq(network.delegates(cleo), address(0), "stays");
        _assertVotes(cleo, 0);
        skip(1);
        assertEq(network.getPastTotalSupply(block.timestamp - 1), 2 * FOUNDER_SHARES, "but it could vote");
    }

    function test_MoreShares() external {
        _send(ada, cleo, 5e18);
        vm.recordLogs();
        _send(ada, cleo, 3e18);
        _assertNoDelegation(vm.getRecordedLogs());
        _assertVotes(cleo, 8e18);
    }

    function test_MoreShares_GivenItHadSentAllAway() external {
        _send(ada, cleo, 5e18);
        _send(cleo, ada, 5e18);
        vm.recordLogs();
        _send(ada, cleo, 3e18);
        _assertNoDelegation(vm.getRecordedLogs());
        _assertVotes(cleo, 3e18);
    }

    function test_MoreShares_GivenItDelegatedMeanwhile() external {
        _send(ada, cleo, 5e18);
        _delegate(cleo, dora);
        _send(ada, cleo, 3e18);
        _assertVotes(dora, 8e18);
        _send(cleo, ada, 8e18);
        _assertVotes(dora, 0);
        _send(ada, cleo, 1e18);
        _assertVotes(dora, 1e18);
        _assertVotes(cleo, 0);
    }

    function test_MoreShares_GivenItOptedOutMeanwhile() external {
        _send(ada, cleo, 5e18);
        _delegate(cleo, address(0));
        _assertVotes(cleo, 0);
        _send(ada, cleo, 3e18);
        _assertVotes(cleo, 0);
        _send(cleo, ada, 8e18);
        _send(ada, cleo, 1e18);
        assertEq(network.delegates(cleo), address(0), "stays");
        _assertVotes(cleo, 0);
    }

    function test_DelegateAfterOptingOut() external {
        _delegate(ada, address(0));
        _delegate(ada, ada);
        _assertVotes(ada, FOUNDER_SHARES);
        _delegate(ada, cleo);
        _assertVotes(cleo, FOUNDER_SHARES);
        _assertVotes(ada, 0);
    }

    function testFuzz_SharesMove(uint256 amount) external {
        amount = bound(amount, 0, FOUNDER_SHARES);
        _send(ada, ben, amount);
        _assertVotes(ada, FOUNDER_SHARES - amount);
        _assertVotes(ben, FOUNDER_SHARES + amount);
        _delegate(ben, dora);
        _send(ben, ada, amount);
        _assertVotes(ada, FOUNDER_SHARES);
        _assertVotes(dora, FOUNDER_SHARES);
        _assertVotes(ben, 0);
    }

    function test_DelegateBySig() external {
        (uint8 v, bytes32 r, bytes32 s) = _sign(cleo, 0, block.timestamp);
        vm.expectEmit(address(network));
        emit IVotes.DelegateChanged(ada, ada, cleo);
        network.delegateBySig(cleo, 0, block.timestamp, v, r, s);
        _assertVotes(cleo, FOUNDER_SHARES);
        assertEq(network.nonces(ada), 1, "nonce, the same as a permit's");
    }

    function test_DelegateBySig_ToNobody() external {
        (uint8 v, bytes32 r, bytes32 s) = _sign(address(0), 0, block.timestamp);
        network.delegateBySig(address(0), 0, block.timestamp, v, r, s);
        _send(ada, ben, FOUNDER_SHARES);
        _send(ben, ada, 5e18);
        _assertVotes(ada, 0);
    }

    function test_RevertWhen_TheSignatureExpired() external {
        uint256 expiry = block.timestamp - 1;
        (uint8 v, bytes32 r, bytes32 s) = _sign(cleo, 0, expiry);
        vm.expectRevert(abi.encodeWithSelector(IVotes.VotesExpiredSignature.selector, expiry));
        network.delegateBySig(cleo, 0, expiry, v, r, s);
    }

    function test_RevertWhen_TheSignatureWasUsedBefore() external {
        (uint8 v, bytes32 r, bytes32 s) = _sign(cleo, 0, block.timestamp);
        network.delegateBySig(cleo, 0, block.timestamp, v, r, s);
        vm.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, ada, 1));
        network.delegateBySig(cleo, 0, block.timestamp, v, r, s);
    }

    function test_Treasury_VotesByItsPerson() external {
        vm.prank(ben);
        benToken.allowDeposit(address(network));
        vm.expectEmit(address(network));
        emit IVotes.DelegateChanged(address(benToken), address(0), ben);
        _deposit(benToken, ben, 5e18);
        assertEq(network.delegates(address(benToken)), ben, "the person");
        _assertVotes(ben, FOUNDER_SHARES + 5e18);
        _assertVotes(address(benToken), 0);
        skip(1);
        assertEq(network.getPastTotalSupply(block.timestamp - 1), 2 * FOUNDER_SHARES, "all can vote");
    }

    function test_Treasury_GivenThePersonDelegates() external {
        _deposit(benToken, ben, 5e18);
        vm.prank(ben);
        benToken.delegateVotes(address(network), dora);
        _assertVotes(dora, 5e18);
        _deposit(benToken, ben, 2e18);
        _assertVotes(dora, 7e18);
        _assertVotes(ben, FOUNDER_SHARES);
    }

    function test_Treasury_GivenThePersonOptsOut() external {
        vm.prank(ben);
        benToken.delegateVotes(address(network), address(0));
        _deposit(benToken, ben, 5e18);
        _deposit(benToken, ben, 2e18);
        assertEq(network.delegates(address(benToken)), address(0), "nobody");
        _assertVotes(ben, FOUNDER_SHARES);
        _assertVotes(address(benToken), 0);
    }

    function test_Treasury_GivenTheTokenWasHandedOver() external {
        _deposit(benToken, ben, 5e18);
        vm.prank(ben);
        benToken.transferPerson(dora);
        vm.prank(dora);
        benToken.acceptPerson(MILLION);
        _deposit(benToken, dora, 2e18);
        _assertVotes(ben, FOUNDER_SHARES + 7e18);
        vm.prank(dora);
        benToken.delegateVotes(address(network), dora);
        _assertVotes(ben, FOUNDER_SHARES);
        _assertVotes(dora, 7e18);
    }

    function testFuzz_Clock(uint40 time) external {
        vm.warp(time);
        assertEq(network.clock(), time, "clock");
        assertEq(network.CLOCK_MODE(), "mode=timestamp", "mode");
    }

    function test_PastVotes() external {
        uint256 before = block.timestamp;
        skip(1 hours);
        _send(ada, cleo, 5e18);
        uint256 moved = block.timestamp;
        skip(1 hours);
        _send(ada, cleo, 5e18);
        skip(1);
        assertEq(network.getPastVotes(ada, before), FOUNDER_SHARES, "before");
        assertEq(network.getPastVotes(ada, moved - 1), FOUNDER_SHARES, "a second before");
        assertEq(network.getPastVotes(ada, moved), FOUNDER_SHARES - 5e18, "at the end of that second");
        assertEq(network.getPastVotes(cleo, moved), 5e18, "received");
        assertEq(network.getPastVotes(cleo, block.timestamp - 1), 10e18, "and later");
        assertEq(network.getPastTotalSupply(before), 2 * FOUNDER_SHARES, "all could vote");
        assertEq(network.getPastTotalSupply(1), 0, "when there were none");
    }

    function test_RevertWhen_TheTimeHasNotPassed() external {
        bytes4 selector = VotesUpgradeable.ERC5805FutureLookup.selector;
        bytes memory reason = abi.encodeWithSelector(selector, block.timestamp, block.timestamp);
        vm.expectRevert(reason);
        network.getPastVotes(ada, block.timestamp);
        vm.expectRevert(reason);
        network.getPastTotalSupply(block.timestamp);
    }

    // ------------------------------------------------------------------------------------------------- any sequence

    /// @dev Shares move among wallets, a personal token's treasury and another network's; some delegate.
    function testFuzz_VotesAreWhatCanVote(uint256 seed) external {
        address[4] memory wallets = [ada, ben, cleo, dora];
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, 40_000e18);
        vm.prank(ben);
        benToken.allowDeposit(address(network));
        for (uint256 i = 0; i < ROUNDS; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            address from = wallets[seed % 4];
            uint256 amount = (seed >> 8) % (network.balanceOf(from) + 1);
            if (seed >> 128 & 7 == 0) _delegate(from, wallets[(seed >> 136) % 4]);
            else _send(from, seed >> 144 & 3 == 0 ? address(benToken) : wallets[(seed >> 152) % 4], amount);
        }
        if (network.balanceOf(ada) >= 40_000e18) {
            vm.startPrank(ada);
            network.approve(address(other), 40_000e18);
            other.stake(0, 40_000e18, ada, type(uint256).max);
            vm.stopPrank();
        }
        uint256 votes = 0;
        for (uint256 i = 0; i < wallets.length; ++i) {
            votes += network.getVotes(wallets[i]);
        }
        skip(1);
        uint256 canVote = network.totalSupply() - network.balanceOf(address(other));
        assertEq(network.getPastTotalSupply(block.timestamp - 1), canVote, "supply that can vote");
        assertEq(votes, canVote, "and all of it votes");
    }
}
