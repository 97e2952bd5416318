// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {StreamTest} from "../../utils/StreamTest.sol";

contract RealizeTest is StreamTest {
    uint256 private constant MAX_INCOME_PER_SHARE = 2 ** 189 - 1;

    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
    }

    /// @dev As few shares as can be, of somebody who can pay in as much as can be.
    function _launchSmallest() private returns (PersonalToken smallest) {
        smallest = _launch(ben, "BEN", MIN_SUPPLY, true);
        vm.deal(ben, 3 * MAX_INCOME);
    }

    function testFuzz_RevertWhen_CallerIsNotThePerson(address caller, uint256 duration) external {
        vm.assume(caller != ada);
        vm.deal(caller, 1 ether);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
        token.realize{value: 1 ether}(1 ether, duration, "");
    }

    function testFuzz_RevertWhen_DurationIsTooLong(uint256 duration) external {
        duration = bound(duration, MAX_DURATION + 1, type(uint256).max);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.DurationOutOfRange.selector, duration, 0, MAX_DURATION));
        token.realize{value: 1 ether}(1 ether, duration, "");
    }

    function test_RevertWhen_EvidenceIsTooLong() external {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 1025, 1024));
        token.realize{value: 1 ether}(1 ether, 0, _text(1025));
    }

    function testFuzz_RevertWhen_ValueIsNotTheAmount(uint256 value, uint256 amount, uint256 duration) external {
        value = bound(value, 0, 1_000 ether);
        duration = bound(duration, 0, MAX_DURATION);
        vm.assume(value != amount);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.WrongValue.selector, value, amount));
        token.realize{value: value}(amount, duration, "");
    }

    function testFuzz_RevertWhen_AmountIsZero(uint256 duration) external {
        duration = bound(duration, 0, MAX_DURATION);
        vm.prank(ada);
        vm.expectRevert(IEquityToken.ZeroAmount.selector);
        token.realize(0, duration, "");
    }

    function testFuzz_RevertWhen_HeldIncomeWouldPassTheLimit(uint256 held, uint256 amount, uint256 duration) external {
        held = bound(held, 1, MAX_INCOME);
        amount = bound(amount, MAX_INCOME - held + 1, MAX_INCOME + 1);
        duration = bound(duration, 0, MAX_DURATION);
        vm.deal(ada, held + amount);
        _realize(token, ada, held);

        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.IncomeAboveLimit.selector, held + amount, MAX_INCOME));
        token.realize{value: amount}(amount, duration, "");
    }

    function test_RevertWhen_IncomePerShareWouldPassItsLimit() external {
        _expectIncomePerShareAboveLimit(0);
    }

    function test_RevertWhen_IncomePerShareCouldPassItsLimitByStreaming() external {
        _expectIncomePerShareAboveLimit(1 days);
    }

    /// @dev All that can be held, divided among the fewest shares, fits once and not twice.
    function _expectIncomePerShareAboveLimit(uint256 duration) private {
        PersonalToken smallest = _launchSmallest();
        _realize(smallest, ben, MAX_INCOME);
        smallest.claim(ben);

        uint256 amount = MAX_INCOME - smallest.accounted();
        uint256 perShare = smallest.incomePerShare() + _perShare(amount, MIN_SUPPLY);
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(IEquityToken.IncomePerShareAboveLimit.selector, perShare, MAX_INCOME_PER_SHARE)
        );
        smallest.realize{value: amount}(amount, duration, "");
    }

    /// @dev What streams is counted as if it was divided among as few shares as can be: they may become so few.
    function test_RevertWhen_IncomePerShareCouldPassItsLimitWithWhatStreams() external {
        PersonalToken twice = _launch(ben, "BEN", 2 * MIN_SUPPLY, true);
        vm.deal(ben, 4 * MAX_INCOME);
        uint256[3] memory before = [MAX_INCOME, MAX_INCOME, MAX_INCOME / 8 * 3];
        for (uint256 i = 0; i < 3; ++i) {
            _realize(twice, ben, before[i] - twice.accounted());
            twice.claim(ben);
        }
        uint256 left = MAX_INCOME / 2;
        _realizeOver(twice, ben, left, 1 days);

        uint256 amount = MAX_INCOME - twice.accounted();
        uint256 perShare = twice.incomePerShare() + _perShare(amount, 2 * MIN_SUPPLY);
        assertLe(perShare, MAX_INCOME_PER_SHARE, "within the limit without what streams");
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(
                IEquityToken.IncomePerShareAboveLimit.selector,
                perShare + _perShare(left, MIN_SUPPLY),
                MAX_INCOME_PER_SHARE
            )
        );
        twice.realize{value: amount}(amount, 0, "");
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
        assertEq(token.accounted(), 16 ether, "held for the holders");
        assertEq(token.unaccounted(), 0, "all of it booked");
        assertEq(token.stream().left, 0, "nothing streams");
        assertEq(token.claimable(ada), 8 ether - 1, "half, rounded down");
        assertEq(token.claimable(ben), 8 ether - 1, "half, rounded down");
        assertEq(address(token).balance, 16 ether, "here");
        assertEq(ada.balance, 1_000 ether - 16 ether, "from the person");
    }

    function testFuzz_Realize(uint256 amount, uint256 shares, uint256 given) external {
        amount = bound(amount, 1, MAX_INCOME);
        shares = bound(shares, MIN_SUPPLY, type(uint96).max);
        given = bound(given, 0, shares);
        PersonalToken any = _launch(ben, "BEN", shares, true);
        vm.deal(ben, amount);
        vm.prank(ben);
        any.transfer(cleo, given);
        _realize(any, ben, amount);

        uint256 perShare = _perShare(amount, shares);
        assertEq(any.incomePerShare(), perShare, "income per share");
        assertEq(any.accounted(), amount, "held for the holders");
        assertEq(any.claimable(ben), _part(shares - given, perShare), "the person's part");
        assertEq(any.claimable(cleo), _part(given, perShare), "the holder's part");
        assertLe(any.claimable(ben) + any.claimable(cleo), amount, "no more than came in");
    }

    function test_Realize_CountsApartFromDonations() external {
        _realize(token, ada, 3 ether);
        token.distribute{value: 2 ether}(2 ether, "");
        assertEq(token.realizationCount(), 1, "one gain");
        assertEq(token.accounted(), 5 ether, "and a gift");
        vm.prank(ada);
        assertEq(token.realize{value: 1}(1, 0, ""), 1, "the next number");
    }

    function test_Realize_WithTheLongestEvidence() external {
        string memory evidence = _text(1024);
        _expectEvents(0, 1 ether, evidence, 0);
        vm.prank(ada);
        token.realize{value: 1 ether}(1 ether, 0, evidence);
    }

    function _expectEvents(uint256 id, uint256 amount, string memory evidence, uint256 perShareBefore) private {
        _expectAccrued(token, perShareBefore + _perShare(amount, MILLION), 0, MILLION);
        vm.expectEmit(address(token));
        emit IPersonalToken.Realized(id, ada, amount, 0, evidence);
    }
}
