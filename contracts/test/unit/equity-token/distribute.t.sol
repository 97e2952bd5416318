// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {IncomeKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract DistributeTest is WeftTest {
    uint256 private constant LIMIT = 2 ** 110 - 1;

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
        NetworkToken network = _formWith(token, ada, 100_000e18);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NoEligibleHolders.selector, 0, 1e15));
        network.distribute{value: 1 ether}(1 ether, "");
    }

    function test_RevertWhen_IncomeWouldPassTheLimit() external {
        vm.deal(address(this), LIMIT + 1);
        token.distribute{value: LIMIT}(LIMIT, "");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, LIMIT + 1, LIMIT));
        token.distribute{value: 1}(1, "");
    }

    function test_Distribute() external {
        vm.prank(ada);
        token.transfer(ben, 250_000e18);
        uint256 perShare = (uint256(4 ether) << 128) / MILLION;

        vm.expectEmit(address(token));
        emit IEquityToken.Accrued(perShare, 0, MILLION);
        vm.expectEmit(address(token));
        emit IEquityToken.IncomeReceived(IncomeKind.Donated, dora, 4 ether, "thanks");
        vm.prank(dora);
        token.distribute{value: 4 ether}(4 ether, "thanks");

        assertEq(token.incomePerShare(), perShare, "income per share");
        assertEq(token.claimable(ada), 3 ether - 1, "three quarters, rounded down");
        assertEq(token.claimable(ben), 1 ether - 1, "a quarter, rounded down");
        assertEq(token.totalIncome(), 4 ether, "counted");
        assertEq(token.totalRealized(), 0, "not as realized");
        assertEq(token.unaccounted(), 0, "all booked");
        assertEq(address(token).balance, 4 ether, "here");
    }

    function test_Distribute_UpToTheLimits() external {
        PersonalToken few = _launch(ben, "FEW", 1e15, true);
        vm.deal(address(this), LIMIT);
        few.distribute{value: LIMIT}(LIMIT, _text(1024));
        assertEq(few.totalIncome(), LIMIT, "all of it");
        assertApproxEqAbs(few.claim(ben), LIMIT, 1, "and it can be claimed");
    }
}
