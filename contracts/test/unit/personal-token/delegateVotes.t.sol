// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {Founder} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract DelegateVotesTest is WeftTest {
    uint256 private constant STAKE = 200_000e18;
    uint256 private constant LATER = 30_000e18;

    PersonalToken private token;
    INetworkToken private network;

    /// @dev Ada's shares of the network will go to her token's treasury, Ben's are in his wallet.
    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        PersonalToken benToken = _launch(ben, "BEN");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(token, ada, STAKE, ONE_TO_ONE);
        founders[1] = _founder(benToken, ben, STAKE, ONE_TO_ONE);
        network = _form(founders);
        _stake(network, 1, benToken, ben, STAKE, ben);
    }

    function _join() private {
        _stake(network, 0, token, ada, STAKE, address(token));
    }

    /// @dev Ben gives some of his shares to the treasury.
    function _deposit() private {
        vm.prank(token.person());
        token.allowDeposit(address(network));
        vm.prank(ben);
        network.transfer(address(token), LATER);
    }

    function _delegate(address person, address to) private {
        vm.prank(person);
        token.delegateVotes(address(network), to);
    }

    function _handOver(address from, address to) private {
        vm.prank(from);
        token.transferPerson(to);
        vm.prank(to);
        token.acceptPerson(MILLION);
    }

    function _expectDelegateChanged(address from, address to) private {
        vm.expectEmit(address(network));
        emit IVotes.DelegateChanged(address(token), from, to);
    }

    function _expectVotesChanged(address account, uint256 from, uint256 to) private {
        vm.expectEmit(address(network));
        emit IVotes.DelegateVotesChanged(account, from, to);
    }

    function testFuzz_RevertWhen_CallerIsNotThePerson(address caller) external {
        vm.assume(caller != ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
        _delegate(caller, caller);
    }

    function testFuzz_RevertWhen_AddressIsNoNetwork(address any) external {
        vm.assume(any != address(network));
        _expectNotNetwork(any);
        _expectNotNetwork(address(token));
    }

    function _expectNotNetwork(address any) private {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.NotNetwork.selector, any));
        token.delegateVotes(any, ada);
    }

    function test_ThePersonVotes() external {
        vm.prank(ada);
        token.approve(address(network), STAKE);
        _expectDelegateChanged(address(0), ada);
        _expectVotesChanged(ada, 0, STAKE);
        vm.prank(ada);
        network.stake(0, STAKE, address(token), type(uint256).max);

        assertEq(network.delegates(address(token)), ada, "the person");
        assertEq(network.getVotes(ada), STAKE, "with all of it");
        assertEq(network.getVotes(address(token)), 0, "the token votes with nothing");
    }

    function test_ThePersonVotes_AfterTheHandOver() external {
        _join();
        _handOver(ada, cleo);
        assertEq(network.delegates(address(token)), ada, "who was the person then");
        assertEq(network.getVotes(ada), STAKE, "with all of it");
        assertEq(network.getVotes(cleo), 0, "not the new person yet");
    }

    function test_ThePersonVotes_WithWhatComesLater() external {
        _join();
        _handOver(ada, cleo);
        _deposit();
        assertEq(network.delegates(address(token)), ada, "who was the person at first");
        assertEq(network.getVotes(ada), STAKE + LATER, "with all of it");
        assertEq(network.getVotes(ben), STAKE - LATER, "which Ben has no more");
    }

    function testFuzz_Delegate(address to) external {
        vm.assume(to != address(0) && to != ada && to != ben);
        _join();
        _expectDelegateChanged(ada, to);
        _expectVotesChanged(ada, STAKE, 0);
        _expectVotesChanged(to, 0, STAKE);
        _delegate(ada, to);
        assertEq(network.delegates(address(token)), to, "delegated");
        assertEq(network.getVotes(to), STAKE, "with all of it");
        assertEq(network.getVotes(ada), 0, "not the person");

        _deposit();
        assertEq(network.getVotes(to), STAKE + LATER, "and with what comes later");
    }

    function test_Delegate_BeforeTheFirstShares() external {
        _expectDelegateChanged(address(0), cleo);
        _delegate(ada, cleo);
        _join();
        assertEq(network.delegates(address(token)), cleo, "as delegated");
        assertEq(network.getVotes(cleo), STAKE, "with all of it");
    }

    function test_Delegate_LeavesThePersonsOwnVotes() external {
        _join();
        vm.prank(ben);
        network.transfer(ada, LATER);
        assertEq(network.getVotes(ada), STAKE + LATER, "both");
        _delegate(ada, dora);
        assertEq(network.delegates(ada), ada, "the wallet's own");
        assertEq(network.getVotes(ada), LATER, "the wallet's own");
        assertEq(network.getVotes(dora), STAKE, "the treasury's");
    }

    function test_Delegate_ToNobody() external {
        _join();
        _expectDelegateChanged(ada, address(0));
        _expectVotesChanged(ada, STAKE, 0);
        _delegate(ada, address(0));
        _deposit();
        assertEq(network.delegates(address(token)), address(0), "nobody");
        assertEq(network.getVotes(ada), 0, "not the person, either with what comes later");
    }

    function test_Delegate_ByTheNewPerson() external {
        _join();
        _handOver(ada, cleo);
        _expectDelegateChanged(ada, cleo);
        _expectVotesChanged(ada, STAKE, 0);
        _expectVotesChanged(cleo, 0, STAKE);
        _delegate(cleo, cleo);
        assertEq(network.getVotes(cleo), STAKE, "the new person");

        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, ada));
        _delegate(ada, ada);
    }
}
