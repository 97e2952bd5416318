// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {StreamTest} from "../../utils/StreamTest.sol";

contract HandOverTest is StreamTest {
    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA", MILLION, false);
    }

    function _offer(address from, address to) private {
        vm.prank(from);
        token.transferPerson(to);
    }

    function _accept(address to) private {
        vm.prank(to);
        token.acceptPerson(MILLION);
    }

    function _handOver(address from, address to) private {
        _offer(from, to);
        _accept(to);
    }

    function _expectOnlyPerson(address caller) private {
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
    }

    function _expectOnlyPending(address caller) private {
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPendingPerson.selector, caller));
    }

    function _assertPerson(address person) private view {
        assertEq(token.person(), person, "person");
        assertEq(registry.personalTokenOf(person), address(token), "in the registry");
    }

    // ------------------------------------------------------------------------------------------------------ offer

    function testFuzz_RevertWhen_OffererIsNotThePerson(address caller) external {
        vm.assume(caller != ada);
        _expectOnlyPerson(caller);
        _offer(caller, caller);
    }

    function testFuzz_Offer(address to) external {
        vm.expectEmit(address(token));
        emit IPersonalToken.PersonTransferStarted(ada, to);
        _offer(ada, to);
        assertEq(token.pendingPerson(), to, "offered");
        _assertPerson(ada);
    }

    function test_Offer_ToSomebodyElseInstead() external {
        _offer(ada, ben);
        _offer(ada, cleo);
        _expectOnlyPending(ben);
        _accept(ben);
        _accept(cleo);
        _assertPerson(cleo);
    }

    function test_Offer_TakenBack() external {
        _offer(ada, ben);
        vm.expectEmit(address(token));
        emit IPersonalToken.PersonTransferStarted(ada, address(0));
        _offer(ada, address(0));
        assertEq(token.pendingPerson(), address(0), "offered to nobody");
        _expectOnlyPending(ben);
        _accept(ben);
    }

    // ----------------------------------------------------------------------------------------------------- accept

    function testFuzz_RevertWhen_NotOfferedToTheCaller(address caller) external {
        vm.assume(caller != ben && caller != address(0));
        _expectOnlyPending(caller);
        _accept(caller);
        _offer(ada, ben);
        _expectOnlyPending(caller);
        _accept(caller);
    }

    function testFuzz_RevertWhen_SupplyChanged(uint256 shares) external {
        shares = bound(shares, 1, type(uint96).max - MILLION);
        _offer(ada, ben);
        vm.prank(ada);
        token.issue(ada, shares);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.SupplyChanged.selector, MILLION + shares, MILLION));
        token.acceptPerson(MILLION);

        vm.prank(ben);
        token.acceptPerson(MILLION + shares);
        _assertPerson(ben);
    }

    function testFuzz_RevertWhen_SupplyIsNotAsExpected(uint256 expected) external {
        vm.assume(expected != MILLION);
        _offer(ada, ben);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.SupplyChanged.selector, MILLION, expected));
        token.acceptPerson(expected);
    }

    function _expectAlreadyLaunched(address person, address launched) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, person, launched));
    }

    function test_RevertWhen_CallerHasAToken() external {
        address benToken = address(_launch(ben, "BEN"));
        _offer(ada, ben);
        _expectAlreadyLaunched(ben, benToken);
        _accept(ben);
        _assertPerson(ada);
        assertEq(registry.personalTokenOf(ben), benToken, "each has their own");

        _offer(ada, ada);
        _expectAlreadyLaunched(ada, address(token));
        _accept(ada);
    }

    function test_RevertWhen_CallerLaunchedAToken() external {
        PersonalToken benToken = _launch(ben, "BEN");
        vm.prank(ben);
        benToken.transferPerson(cleo);
        vm.prank(cleo);
        benToken.acceptPerson(MILLION);

        _offer(ada, ben);
        _expectAlreadyLaunched(ben, address(benToken));
        _accept(ben);
        assertEq(token.pendingPerson(), ben, "still offered");
        _assertPerson(ada);
    }

    function test_RevertWhen_CallerTookAnotherTokenOver() external {
        PersonalToken benToken = _launch(ben, "BEN");
        vm.prank(ben);
        benToken.transferPerson(cleo);
        vm.prank(cleo);
        benToken.acceptPerson(MILLION);

        _offer(ada, cleo);
        _expectAlreadyLaunched(cleo, address(benToken));
        _accept(cleo);
    }

    function testFuzz_Accept(address to) external {
        vm.assume(to != address(0) && to != ada);
        _offer(ada, to);
        vm.expectEmit(address(token));
        emit IPersonalToken.PersonTransferred(ada, to);
        _accept(to);
        _assertPerson(to);
        assertEq(token.pendingPerson(), address(0), "offered to nobody");
        assertEq(registry.personalTokenOf(ada), address(0), "no more the old wallet's");
    }

    function test_Accept_LeavesAllElse() external {
        vm.startPrank(ada);
        token.approveHolder(cleo, true);
        token.transfer(cleo, 250_000e18);
        vm.stopPrank();
        _realize(token, ada, 4 ether);
        _realizeOver(token, ada, 1 ether, 100);
        uint256 due = token.claimable(ada);
        _handOver(ada, ben);

        assertEq(token.balanceOf(ada), 750_000e18, "the old person's shares");
        assertEq(token.balanceOf(ben), 0, "no shares for the new one");
        assertEq(token.claimable(ada), due, "what is due");
        _assertStream(token, 1 ether, block.timestamp, block.timestamp + 100);
        assertTrue(token.isHolderApproved(cleo), "approvals");
        assertFalse(token.transfersOpen(), "closed");
        assertEq(token.realizationCount(), 2, "gains");
    }

    function test_Accept_LetsTheNewPersonDoAll() external {
        _handOver(ada, ben);
        vm.startPrank(ben);
        assertEq(token.realize{value: 1 ether}(1 ether, 0, ""), 0, "realize");
        token.issue(ben, 1e18);
        token.approveHolder(cleo, true);
        token.setContractURI("ipfs://ben");
        token.transferPerson(dora);
        token.openTransfers();
        vm.stopPrank();
        assertEq(token.balanceOf(ben), 1e18, "issued");
        assertEq(token.contractURI(), "ipfs://ben", "metadata");
        assertEq(token.pendingPerson(), dora, "offered");
        assertTrue(token.transfersOpen(), "open");
    }

    function test_RevertWhen_TheOldPersonActs() external {
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        _handOver(ada, ben);
        bytes[11] memory calls = [
            abi.encodeCall(IPersonalToken.realize, (0, 0, "")),
            abi.encodeCall(IPersonalToken.shortenStream, (0)),
            abi.encodeCall(IPersonalToken.issue, (ada, 1)),
            abi.encodeCall(IPersonalToken.approveHolder, (ada, true)),
            abi.encodeCall(IPersonalToken.openTransfers, ()),
            abi.encodeCall(IPersonalToken.allowDeposit, (address(cleoToken))),
            abi.encodeCall(IPersonalToken.refuseDeposit, (address(cleoToken))),
            abi.encodeCall(IPersonalToken.setContractURI, ("")),
            abi.encodeCall(IPersonalToken.transferPerson, (ada)),
            abi.encodeCall(IPersonalToken.delegateVotes, (address(0), ada)),
            abi.encodeCall(IPersonalToken.leave, (address(0), 0, 1))
        ];
        bytes memory reason = abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, ada);
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(ada);
            (bool success, bytes memory answer) = address(token).call(calls[i]);
            assertFalse(success, "refused");
            assertEq(answer, reason, "for that reason");
        }
        _expectAlreadyLaunched(ada, address(token));
        vm.prank(ada);
        registry.launch("Ada", "ADA2", MILLION, URI, true);
    }

    function test_Accept_ReceiveRightsFollow() external {
        _handOver(ada, ben);
        vm.prank(ada);
        token.transfer(ben, 250_000e18);
        assertEq(token.balanceOf(ben), 250_000e18, "to the new person");
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, ada));
        token.transfer(ada, 1);
        assertEq(token.balanceOf(ada), 750_000e18, "the old person keeps the rest");
    }

    function test_RevertWhen_AcceptedAgain() external {
        _handOver(ada, ben);
        _expectOnlyPending(ben);
        _accept(ben);
    }

    function test_Accept_ComesBack() external {
        _handOver(ada, ben);
        _handOver(ben, cleo);
        _handOver(cleo, ada);
        _assertPerson(ada);
        assertEq(registry.personalTokenOf(ben), address(0), "no more");
        assertEq(registry.personalTokenOf(cleo), address(0), "no more");
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, ben, address(token)));
        registry.launch("Ben", "BEN", MILLION, URI, true);
    }
}
