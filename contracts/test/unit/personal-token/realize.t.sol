// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {IncomeKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract RealizeTest is WeftTest {
    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    function test_RevertWhen_CallerIsNotThePerson() external {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, ben));
        token.realize{value: 1 ether}(1 ether, 0, "");
    }

    function testFuzz_RevertWhen_DurationIsNotZero(uint256 duration) external {
        vm.assume(duration != 0);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.DurationNotSupported.selector, duration));
        token.realize{value: 1 ether}(1 ether, duration, "");
    }

    function test_RevertWhen_EvidenceIsTooLong() external {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 1025, 1024));
        token.realize{value: 1 ether}(1 ether, 0, _text(1025));
    }

    function test_RevertWhen_ValueIsNotTheAmount() external {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, 1 ether, 2 ether));
        token.realize{value: 1 ether}(2 ether, 0, "");
    }

    function test_RevertWhen_AmountIsZero() external {
        vm.prank(ada);
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.realize(0, 0, "");
    }

    function test_Realize() external {
        vm.prank(ada);
        token.transfer(ben, 500_000e18);
        _expectEvents(0, 10 ether, "ipfs://one", 0);
        vm.prank(ada);
        assertEq(token.realize{value: 10 ether}(10 ether, 0, "ipfs://one"), 0, "first number");

        _expectEvents(1, 6 ether, "ipfs://two", token.incomePerShare());
        vm.prank(ada);
        assertEq(token.realize{value: 6 ether}(6 ether, 0, "ipfs://two"), 1, "second number");

        assertEq(token.realizationCount(), 2, "count");
        assertEq(token.totalRealized(), 16 ether, "realized");
        assertEq(token.totalIncome(), 16 ether, "income");
        assertEq(token.claimable(ada), 8 ether - 1, "half, rounded down");
        assertEq(token.claimable(ben), 8 ether - 1, "half, rounded down");
        assertEq(address(token).balance, 16 ether, "here");
        assertEq(ada.balance, 1_000 ether - 16 ether, "from the person");
    }

    function test_Realize_CountsApartFromDonations() external {
        _realize(token, ada, 3 ether);
        token.distribute{value: 2 ether}(2 ether, "");
        assertEq(token.totalRealized(), 3 ether, "realized");
        assertEq(token.realizationCount(), 1, "count");
        assertEq(token.totalIncome(), 5 ether, "income");
    }

    function _expectEvents(uint256 id, uint256 amount, string memory evidence, uint256 perShareBefore) private {
        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(perShareBefore + (amount << 128) / MILLION, 0, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.IncomeReceived(IncomeKind.Realized, ada, amount, evidence);
        vm.expectEmit(address(token));
        emit IPersonalToken.Realized(id, ada, amount, 0, evidence);
    }
}
