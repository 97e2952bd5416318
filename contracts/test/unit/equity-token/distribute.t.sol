// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract DistributeTest is WeftTest {
    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    function test_RevertWhen_ValueIsNotTheAmount() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1 ether - 1, 1 ether));
        token.distribute{value: 1 ether - 1}(1 ether, "");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1 ether + 1, 1 ether));
        token.distribute{value: 1 ether + 1}(1 ether, "");
    }

    function test_RevertWhen_AmountIsZero() external {
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.distribute(0, "");
    }

    function test_RevertWhen_NoteIsTooLong() external {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 1025, 1024));
        token.distribute{value: 1}(1, _text(1025));
    }

    function test_RevertWhen_TooFewSharesTakePart() external {
        INetworkToken network = _formWith(token, ada, 100_000e18);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, 1e15));
        network.distribute{value: 1 ether}(1 ether, "");
    }

    function test_Distribute() external {
        vm.prank(ada);
        token.transfer(ben, 250_000e18);
        uint256 perShare = (uint256(4 ether) << 128) / MILLION;
        uint256 balanceBefore = dora.balance;

        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(perShare, 0, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.Donated(dora, 4 ether, "thanks");
        vm.prank(dora);
        token.distribute{value: 4 ether}(4 ether, "thanks");

        assertEq(balanceBefore - dora.balance, 4 ether, "given");
        assertEq(token.incomePerShare(), perShare, "income per share");
        assertEq(token.claimable(ada), 3 ether - 1, "three quarters, rounded down");
        assertEq(token.claimable(ben), 1 ether - 1, "a quarter, rounded down");
        assertEq(token.accounted(), 4 ether, "held for the holders");
        assertEq(token.realizationCount(), 0, "nothing was realized");
        assertEq(token.unaccounted(), 0, "all booked");
        assertEq(address(token).balance, 4 ether, "here");
    }

    function test_Distribute_WithTheLongestNote() external {
        string memory note = _text(1024);
        vm.expectEmit(address(token));
        emit IEquityToken.Donated(address(this), 1, note);
        token.distribute{value: 1}(1, note);
    }

    function test_Distribute_WhileAGainStreams() external {
        vm.prank(ada);
        token.realize{value: 8 ether}(8 ether, 100 days, "");
        skip(25 days);
        uint256 accrued = (uint256(2 ether) << 128) / MILLION;
        uint256 given = (uint256(4 ether) << 128) / MILLION;

        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(accrued, 6 ether, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(accrued + given, 6 ether, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.Donated(address(this), 4 ether, "");
        token.distribute{value: 4 ether}(4 ether, "");

        assertEq(token.stream().left, 6 ether, "the rest streams on");
        assertEq(token.accounted(), 12 ether, "held for the holders");
        assertApproxEqAbs(token.claimable(ada), 6 ether, 1, "what streamed, and what was given");
    }

    function testFuzz_Distribute_GivesEverybodyTheirPart(uint256 amount, uint256 shares) external {
        amount = bound(amount, 1, 1_000 ether);
        shares = bound(shares, 1, MILLION);
        vm.prank(ada);
        token.transfer(ben, shares);
        vm.prank(dora);
        token.distribute{value: amount}(amount, "");
        uint256 exact = amount * shares / MILLION;
        assertLe(token.claimable(ben), exact, "not more than the part");
        assertGe(token.claimable(ben) + 1, exact, "nor less by more than a wei");
        assertLe(token.claimable(ada) + token.claimable(ben), amount, "not more than all");
        assertGe(token.claimable(ada) + token.claimable(ben) + 3, amount, "nor less by more than dust");
    }
}
