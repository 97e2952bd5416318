// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {Founder} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract WithdrawnApprovalTest is WeftTest {
    uint256 private constant SHARES = 250_000e18;
    uint256 private constant STAKE = 100_000e18;

    PersonalToken private closed;
    INetworkToken private network;

    /// @dev Ben holds a quarter of Ada's closed token; it and Cleo's found a network, which Ben stakes into.
    function setUp() public override {
        super.setUp();
        closed = _launch(ada, "ADA", MILLION, false);
        Founder[] memory founders = new Founder[](3);
        founders[0] = _founder(closed, ben, STAKE, ONE_TO_ONE);
        founders[1] = _founder(_launch(cleo, "CLEO"), cleo, STAKE, ONE_TO_ONE);
        founders[2] = _founder(closed, ada, STAKE, ONE_TO_ONE);
        network = _form(founders);
        _approve(ben, true);
        _approve(address(network), true);
        vm.prank(ada);
        closed.transfer(ben, SHARES);
    }

    function _approve(address holder, bool approved) private {
        vm.prank(ada);
        closed.approveHolder(holder, approved);
    }

    function _expectNotApproved(address holder) private {
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, holder));
    }

    function test_Wallet_KeepsEarning() external {
        _approve(ben, false);
        _realize(closed, ada, 4 ether);
        assertEq(closed.balanceOf(ben), SHARES, "its shares");
        assertApproxEqAbs(closed.claimable(ben), 1 ether, 1, "its part");
        uint256 before = ben.balance;
        uint256 paid = closed.claim(ben);
        assertEq(ben.balance - before, paid, "paid");
    }

    function testFuzz_Wallet_MaySend(uint256 toPerson) external {
        toPerson = bound(toPerson, 1, SHARES - 1);
        _approve(ben, false);
        _approve(cleo, true);
        vm.startPrank(ben);
        vm.expectEmit(address(closed));
        emit IERC20.Transfer(ben, ada, toPerson);
        closed.transfer(ada, toPerson);
        vm.expectEmit(address(closed));
        emit IERC20.Transfer(ben, cleo, SHARES - toPerson);
        closed.transfer(cleo, SHARES - toPerson);

        assertEq(closed.balanceOf(ben), 0, "all sent");
        assertEq(closed.balanceOf(ada), MILLION - SHARES + toPerson, "to the person");
        assertEq(closed.balanceOf(cleo), SHARES - toPerson, "to who is approved");
    }

    function test_RevertWhen_Wallet_ReceivesOrSendsElsewhere() external {
        _approve(ben, false);
        _expectNotApproved(ben);
        vm.prank(ada);
        closed.transfer(ben, 1);
        _expectNotApproved(dora);
        vm.prank(ben);
        closed.transfer(dora, 1);
    }

    function test_Network_KeepsEarning() external {
        _stake(network, 0, closed, ben, STAKE, ben);
        _approve(address(network), false);
        _realize(closed, ada, 10 ether);
        uint256 due = closed.claimable(address(network));
        assertApproxEqAbs(due, 1 ether, 1, "its part");
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(closed), due);
        assertEq(network.harvest(address(closed)), due, "harvested");
        assertEq(closed.balanceOf(address(network)), STAKE, "its shares");
    }

    function test_RevertWhen_Network_TakesInMore() external {
        _stake(network, 0, closed, ben, STAKE, ben);
        _approve(address(network), false);
        vm.startPrank(ada);
        closed.approve(address(network), STAKE);
        _expectNotApproved(address(network));
        network.stake(2, STAKE, ada, type(uint256).max);
    }

    /// @dev Cleo never stakes, so that the founding fails.
    function _takeBack() private {
        skip(7 days + 1);
        vm.expectEmit(address(closed));
        emit IERC20.Transfer(address(network), ben, STAKE);
        vm.prank(ben);
        assertEq(network.unstake(0, STAKE), STAKE, "for the shares that were minted");
        assertEq(closed.balanceOf(ben), SHARES, "given back");
        assertEq(closed.balanceOf(address(network)), 0, "by the network");
        assertEq(closed.treasuryHeld(), 0, "no treasury has any");
    }

    function test_Network_GivesBackToWhoIsNotApproved() external {
        _stake(network, 0, closed, ben, STAKE, ben);
        _approve(ben, false);
        _takeBack();
        _expectNotApproved(ben);
        vm.prank(ada);
        closed.transfer(ben, 1);
    }

    function test_Network_GivesBackWhenNotApprovedItself() external {
        _stake(network, 0, closed, ben, STAKE, ben);
        _approve(address(network), false);
        _takeBack();
    }
}
