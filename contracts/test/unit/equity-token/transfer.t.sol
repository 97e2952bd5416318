// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract TransferTest is WeftTest {
    PersonalToken private token;
    PersonalToken private closed;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        closed = _launch(ben, "BEN", MILLION, false);
    }

    function test_RevertWhen_BalanceDoesNotSuffice() external {
        _expectRefusal(
            token,
            ada,
            ben,
            MILLION + 1,
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ada, MILLION, MILLION + 1)
        );
        _expectRefusal(
            token, dora, dora, 1, abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, dora, 0, 1)
        );
    }

    function test_RevertWhen_ReceiverIsTheZeroAddress() external {
        _expectRefusal(
            token, ada, address(0), 1, abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0))
        );
    }

    function test_RevertWhen_ClosedAndReceiverIsNotApproved() external {
        bytes memory reason = abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, dora);
        _expectRefusal(closed, ben, dora, 1, reason);
    }

    function test_Closed_ApprovedReceiver() external {
        _approve(cleo, true);
        _transfer(closed, ben, cleo, 1e18);
        assertEq(closed.balanceOf(cleo), 1e18, "received");
    }

    function test_Closed_WithdrawnHolderSendsToThePersonOrAnApprovedHolder() external {
        _approve(cleo, true);
        _approve(dora, true);
        _transfer(closed, ben, cleo, 3e18);
        _approve(cleo, false);

        bytes memory reason = abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, cleo);
        _expectRefusal(closed, ben, cleo, 1, reason);
        _transfer(closed, cleo, ben, 1e18);
        _transfer(closed, cleo, dora, 1e18);
        assertEq(closed.balanceOf(cleo), 1e18, "keeps the rest");
        _transfer(closed, cleo, cleo, 1e18);
        assertEq(closed.balanceOf(cleo), 1e18, "to itself changes nothing");
    }

    function test_RevertWhen_SenderIsTheZeroAddress() external {
        (bool allowed, bytes4 selector) = token.canTransfer(address(0), ben, 1);
        assertFalse(allowed, "refused beforehand");
        assertEq(selector, IERC20Errors.ERC20InvalidSender.selector, "for the same reason");
        vm.prank(address(0));
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSender.selector, address(0)));
        token.transfer(ben, 1);
    }

    function test_ZeroAmount() external {
        _realize(token, ada, 7 ether);
        vm.expectEmit(address(token));
        emit IERC20.Transfer(dora, ben, 0);
        _transfer(token, dora, ben, 0);
        assertEq(token.debtOf(dora), 0, "sender");
        assertEq(token.debtOf(ben), 0, "receiver");
        (bool allowed,) = closed.canTransfer(ben, dora, 0);
        assertTrue(allowed, "nothing is refused");
    }

    function test_ToItself() external {
        _realize(token, ada, 7 ether);
        int256 debtBefore = token.debtOf(ada);
        vm.expectEmit(address(token));
        emit IERC20.Transfer(ada, ada, 5e18);
        _transfer(token, ada, ada, 5e18);
        assertEq(token.balanceOf(ada), MILLION, "balance");
        assertEq(token.debtOf(ada), debtBefore, "debt");
    }

    function test_Transfer() external {
        vm.expectEmit(address(token));
        emit IERC20.Transfer(ada, ben, 300e18);
        _transfer(token, ada, ben, 300e18);
        assertEq(token.balanceOf(ada), MILLION - 300e18, "sender");
        assertEq(token.balanceOf(ben), 300e18, "receiver");
        assertEq(token.totalSupply(), MILLION, "supply");
        assertEq(token.eligibleSupply(), MILLION, "eligible supply");
    }

    function test_Transfer_WhileAGainStreams() external {
        vm.prank(ada);
        token.realize{value: 8 ether}(8 ether, 100 days, "");
        skip(25 days);
        vm.expectEmit(address(token));
        emit IEquityToken.Accrued((uint256(2 ether) << 128) / MILLION, 6 ether, MILLION);
        vm.expectEmit(address(token));
        emit IERC20.Transfer(ada, ben, MILLION);
        _transfer(token, ada, ben, MILLION);
        skip(75 days);
        assertApproxEqAbs(token.claimable(ada), 2 ether, 2, "what streamed until then");
        assertApproxEqAbs(token.claimable(ben), 6 ether, 2, "what streamed since");
    }

    /// @dev Networks give shares back when somebody leaves; the ledger counts it whoever does.
    function test_Transfer_OutOfATreasury() external {
        INetworkToken network = _formWith(token, ada, 100_000e18);
        _stake(network, 0, token, ada, 100_000e18, ada);
        INetworkToken above = _formWith(PersonalToken(payable(address(network))), ada, 50_000e18);
        _stake(above, 0, PersonalToken(payable(address(network))), ada, 50_000e18, ada);
        _transfer(token, address(network), ben, 30_000e18);
        vm.prank(address(above));
        assertTrue(network.transfer(ben, 20_000e18), "returns true");
        assertEq(token.treasuryHeld(), 70_000e18, "treasuries hold less");
        assertEq(network.treasuryHeld(), 30_000e18, "treasuries hold less");
        assertEq(network.networksHeld(), 30_000e18, "networks hold less");
    }

    function test_TransferFrom_SpendsAllowance() external {
        vm.prank(ada);
        token.approve(dora, 10);
        vm.prank(dora);
        token.transferFrom(ada, ben, 4);
        assertEq(token.allowance(ada, dora), 6, "allowance");
        assertEq(token.balanceOf(ben), 4, "receiver");
        vm.prank(dora);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, dora, 6, 7));
        token.transferFrom(ada, ben, 7);
    }

    function testFuzz_Transfer_KeepsClaimables(uint256 income, uint256 first, uint256 second, uint256 moreIncome)
        external
    {
        income = bound(income, 1, 100 ether);
        moreIncome = bound(moreIncome, 1, 100 ether);
        first = bound(first, 1, MILLION);
        second = bound(second, 1, first);
        _transfer(token, ada, ben, first);
        _realize(token, ada, income);
        _transferAndCompare(ben, cleo, second);
        _realize(token, ada, moreIncome);
        _transferAndCompare(cleo, ben, second);
    }

    function _transferAndCompare(address from, address to, uint256 amount) private {
        uint256 fromBefore = token.claimable(from);
        uint256 toBefore = token.claimable(to);
        _transfer(token, from, to, amount);
        assertLe(token.claimable(from), fromBefore, "sender gains nothing");
        assertLe(token.claimable(to), toBefore, "receiver gains nothing");
        assertGe(token.claimable(from) + 1, fromBefore, "sender loses a wei at most");
        assertGe(token.claimable(to) + 1, toBefore, "receiver loses a wei at most");
    }

    /// @dev The view names the selector of the very error that the transfer reverts with.
    function _expectRefusal(PersonalToken of_, address from, address to, uint256 amount, bytes memory reason) private {
        (bool allowed, bytes4 selector) = of_.canTransfer(from, to, amount);
        assertFalse(allowed, "refused beforehand");
        assertEq(selector, bytes4(reason), "for the same reason");
        vm.prank(from);
        vm.expectRevert(reason);
        of_.transfer(to, amount);
    }

    function _transfer(PersonalToken of_, address from, address to, uint256 amount) private {
        (bool allowed, bytes4 selector) = of_.canTransfer(from, to, amount);
        assertTrue(allowed, "allowed beforehand");
        assertEq(selector, bytes4(0), "without a reason");
        vm.prank(from);
        assertTrue(of_.transfer(to, amount), "returns true");
    }

    function _approve(address holder, bool approved) private {
        vm.prank(ben);
        closed.approveHolder(holder, approved);
    }
}
