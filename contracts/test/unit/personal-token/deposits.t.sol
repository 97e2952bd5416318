// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {HolderClass} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract DepositsTest is WeftTest {
    uint256 private constant SHARES = 250_000e18;

    /// @dev The treasury is Ada's token's, what comes in Ben's.
    PersonalToken private adaToken;
    PersonalToken private benToken;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
    }

    function _allow(address token) private {
        vm.expectEmit(address(adaToken));
        emit IPersonalToken.DepositAllowed(token, true);
        vm.prank(ada);
        adaToken.allowDeposit(token);
    }

    function _expectDidNotAsk() private {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, address(adaToken)));
    }

    function testFuzz_RevertWhen_CallerIsNotThePerson(address caller) external {
        vm.assume(caller != ada);
        vm.startPrank(caller);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
        adaToken.allowDeposit(address(benToken));
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
        adaToken.refuseDeposit(address(benToken));
    }

    function testFuzz_RevertWhen_TokenIsNotRegistered(address token) external {
        vm.assume(!registry.isEquityToken(token));
        _expectNotEquityToken(token);
    }

    function test_RevertWhen_TokenIsItself() external {
        _expectNotEquityToken(address(adaToken));
    }

    function _expectNotEquityToken(address token) private {
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, token));
        adaToken.allowDeposit(token);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, token));
        adaToken.refuseDeposit(token);
        vm.stopPrank();
        assertFalse(adaToken.isDepositAllowed(token), "not allowed");
    }

    function test_AllowDeposit() external {
        PersonalToken cleoToken = _launch(cleo, "CLEO");
        assertFalse(adaToken.isDepositAllowed(address(benToken)), "not at first");
        _allow(address(benToken));
        assertTrue(adaToken.isDepositAllowed(address(benToken)), "allowed");
        assertFalse(adaToken.isDepositAllowed(address(cleoToken)), "no other token");
        assertFalse(benToken.isDepositAllowed(address(adaToken)), "nor the other way");

        _expectDidNotAsk();
        vm.prank(cleo);
        cleoToken.transfer(address(adaToken), 1);
    }

    function test_AllowDeposit_LetsAnybodySend() external {
        _allow(address(benToken));
        vm.prank(ben);
        benToken.transfer(cleo, SHARES);
        vm.expectEmit(address(benToken));
        emit IEquityToken.HolderClassified(address(adaToken), HolderClass.Treasury);
        vm.prank(cleo);
        benToken.transfer(address(adaToken), SHARES);

        assertEq(benToken.balanceOf(address(adaToken)), SHARES, "in the treasury");
        assertEq(benToken.treasuryHeld(), SHARES, "counted");
        assertEq(benToken.transferableBalanceOf(address(adaToken)), 0, "for ever");
        _harvestAQuarter();
    }

    /// @dev Ben realizes 4, of which 1 is for the treasury, and so for Ada.
    function _harvestAQuarter() private {
        _realize(benToken, ben, 4 ether);
        uint256 due = benToken.claimable(address(adaToken));
        assertApproxEqAbs(due, 1 ether, 1, "a quarter");
        assertEq(adaToken.harvest(address(benToken)), due, "harvested");
        assertApproxEqAbs(adaToken.claimable(ada), due, 1, "for the holders");
    }

    function test_AllowDeposit_OfANetwork() external {
        INetworkToken network = _formWith(benToken, ben, SHARES);
        _stake(network, 0, benToken, ben, SHARES, ben);
        _expectDidNotAsk();
        vm.prank(ben);
        network.transfer(address(adaToken), SHARES);

        _allow(address(network));
        vm.prank(ben);
        network.transfer(address(adaToken), SHARES);
        assertEq(network.balanceOf(address(adaToken)), SHARES, "in the treasury");
        assertEq(network.delegates(address(adaToken)), ada, "its person votes");
        assertEq(network.getVotes(ada), SHARES, "with all of it");
    }

    function test_RevertWhen_TokenIsClosedAndDidNotApprove() external {
        PersonalToken closed = _launch(cleo, "CLEO", MILLION, false);
        _allow(address(closed));
        vm.startPrank(cleo);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, address(adaToken)));
        closed.transfer(address(adaToken), SHARES);

        closed.approveHolder(address(adaToken), true);
        closed.transfer(address(adaToken), SHARES);
        assertEq(closed.balanceOf(address(adaToken)), SHARES, "with consent on both sides");
    }

    function test_RefuseDeposit() external {
        _allow(address(benToken));
        vm.expectEmit(address(adaToken));
        emit IPersonalToken.DepositAllowed(address(benToken), false);
        vm.prank(ada);
        adaToken.refuseDeposit(address(benToken));
        assertFalse(adaToken.isDepositAllowed(address(benToken)), "refused");
        _expectDidNotAsk();
        vm.prank(ben);
        benToken.transfer(address(adaToken), 1);
    }

    function test_RefuseDeposit_LeavesWhatIsThere() external {
        _allow(address(benToken));
        vm.prank(ben);
        benToken.transfer(address(adaToken), SHARES);
        vm.prank(ada);
        adaToken.refuseDeposit(address(benToken));
        assertEq(benToken.balanceOf(address(adaToken)), SHARES, "still in the treasury");
        _harvestAQuarter();
    }
}
