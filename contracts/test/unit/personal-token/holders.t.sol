// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract HoldersTest is WeftTest {
    PersonalToken private closed;

    function setUp() public override {
        super.setUp();
        closed = _launch(ada, "ADA", MILLION, false);
    }

    function test_RevertWhen_ApproverIsNotThePerson() external {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, ben));
        closed.approveHolder(ben, true);
    }

    function test_RevertWhen_ApprovingAHolderOfAnOpenToken() external {
        PersonalToken open = _launch(ben, "BEN");
        vm.prank(ben);
        vm.expectRevert(IPersonalToken.TransfersAlreadyOpen.selector);
        open.approveHolder(cleo, true);
    }

    function test_ApproveHolder() external {
        vm.startPrank(ada);
        vm.expectEmit(address(closed));
        emit IPersonalToken.HolderApproved(ben, true);
        closed.approveHolder(ben, true);
        assertTrue(closed.isHolderApproved(ben), "approved");
        assertFalse(closed.isHolderApproved(cleo), "nobody else");

        vm.expectEmit(address(closed));
        emit IPersonalToken.HolderApproved(ben, false);
        closed.approveHolder(ben, false);
        assertFalse(closed.isHolderApproved(ben), "withdrawn");
    }

    function testFuzz_ApproveHolder_LetsReceive(address holder, address other, uint256 shares) external {
        vm.assume(holder != address(0) && holder != ada && !registry.isEquityToken(holder));
        vm.assume(other != address(0) && other != ada && other != holder && !registry.isEquityToken(other));
        shares = bound(shares, 1, MILLION);
        vm.startPrank(ada);
        closed.approveHolder(holder, true);
        closed.transfer(holder, shares);
        assertEq(closed.balanceOf(holder), shares, "received");

        vm.startPrank(holder);
        (bool allowed, bytes4 reason) = closed.canTransfer(holder, other, shares);
        assertFalse(allowed, "not to somebody else");
        assertEq(reason, IPersonalToken.HolderNotApproved.selector, "for that reason");
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, other));
        closed.transfer(other, shares);
    }

    function test_RevertWhen_OpenerIsNotThePerson() external {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, ben));
        closed.openTransfers();
    }

    function test_RevertWhen_OpenedAgain() external {
        vm.startPrank(ada);
        closed.openTransfers();
        vm.expectRevert(IPersonalToken.TransfersAlreadyOpen.selector);
        closed.openTransfers();
    }

    function test_OpenTransfers() external {
        _realize(closed, ada, 3 ether);
        uint256 perShare = closed.incomePerShare();

        vm.expectEmit(address(closed));
        emit IPersonalToken.TransfersOpened();
        vm.prank(ada);
        closed.openTransfers();

        assertTrue(closed.transfersOpen(), "open");
        assertEq(closed.incomePerShare(), perShare, "income per share as it was");
        assertEq(closed.accounted(), 3 ether, "held for the holders");
        vm.prank(ada);
        closed.transfer(dora, 1e18);
        assertEq(closed.balanceOf(dora), 1e18, "anybody may hold");
    }
}
