// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {HolderClass} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract IssueTest is WeftTest {
    uint256 private constant MAX_SUPPLY = type(uint96).max;
    uint256 private constant SHARES = 50_000e18;

    PersonalToken private token;
    PersonalToken private closed;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        closed = _launch(ben, "BEN", MILLION, false);
    }

    function _issue(PersonalToken issuer, address to, uint256 shares) private {
        vm.prank(issuer.person());
        issuer.issue(to, shares);
    }

    /// @dev The person's call is next, so the person is asked for beforehand.
    function _expectIssueRefused(PersonalToken issuer, address to, uint256 shares, bytes memory reason) private {
        address person = issuer.person();
        vm.prank(person);
        vm.expectRevert(reason);
        issuer.issue(to, shares);
    }

    function _allow(PersonalToken treasury, address person, PersonalToken deposited) private {
        vm.prank(person);
        treasury.allowDeposit(address(deposited));
    }

    function testFuzz_RevertWhen_CallerIsNotThePerson(address caller) external {
        vm.assume(caller != ada);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyPerson.selector, caller));
        token.issue(caller, SHARES);
    }

    function test_RevertWhen_SharesAreZero() external {
        _expectIssueRefused(token, cleo, 0, abi.encodeWithSelector(IPersonalToken.ZeroShares.selector));
    }

    function testFuzz_RevertWhen_SupplyWouldPassTheLimit(uint256 shares) external {
        shares = bound(shares, MAX_SUPPLY - MILLION + 1, type(uint256).max - MILLION);
        _expectIssueRefused(
            token,
            cleo,
            shares,
            abi.encodeWithSelector(IEquityToken.SupplyAboveLimit.selector, MILLION + shares, MAX_SUPPLY)
        );
    }

    function test_RevertWhen_ReceiverIsTheZeroAddress() external {
        _expectIssueRefused(
            token, address(0), SHARES, abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0))
        );
    }

    function test_RevertWhen_ReceiverIsANetwork() external {
        address network = address(_formWith(token, ada, SHARES));
        bytes memory reason = abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, network);
        _expectIssueRefused(token, network, SHARES, reason);

        vm.prank(ben);
        closed.approveHolder(network, true);
        _expectIssueRefused(closed, network, SHARES, reason);
    }

    function test_RevertWhen_ReceiverIsTheTokenItself() external {
        _expectIssueRefused(
            token,
            address(token),
            SHARES,
            abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, address(token))
        );
    }

    function test_RevertWhen_TreasuryDidNotAllowIt() external {
        PersonalToken treasury = _launch(cleo, "CLEO");
        _allow(treasury, cleo, closed);
        _expectIssueRefused(
            token,
            address(treasury),
            SHARES,
            abi.encodeWithSelector(IEquityToken.TreasuryDidNotAsk.selector, address(treasury))
        );
    }

    function test_ToATreasuryThatAllowsIt() external {
        PersonalToken treasury = _launch(cleo, "CLEO");
        _allow(treasury, cleo, token);
        vm.expectEmit(address(token));
        emit IEquityToken.HolderClassified(address(treasury), HolderClass.Treasury);
        _expectIssued(token, address(treasury), SHARES, MILLION + SHARES);
        _issue(token, address(treasury), SHARES);

        assertEq(token.balanceOf(address(treasury)), SHARES, "in the treasury");
        assertEq(token.treasuryHeld(), SHARES, "counted");
        assertEq(uint8(token.classOf(address(treasury))), uint8(HolderClass.Treasury), "a treasury");
    }

    /// @dev Of a million and four, four millions are 80 percent.
    function test_RevertWhen_TreasuriesWouldHoldTooMuch() external {
        PersonalToken treasury = _launch(cleo, "CLEO");
        _allow(treasury, cleo, token);
        uint256 most = 4 * MILLION;
        _expectIssueRefused(
            token,
            address(treasury),
            most + 1,
            abi.encodeWithSelector(IEquityToken.TreasuriesHoldTooMuch.selector, most + 1, most)
        );
        _issue(token, address(treasury), most);
        assertEq(token.treasuryHeld(), most, "all that can be");
    }

    function test_RevertWhen_HolderIsNotApproved() external {
        _expectIssueRefused(
            closed, cleo, SHARES, abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, cleo)
        );
    }

    function test_Closed_ToAnApprovedHolder() external {
        vm.prank(ben);
        closed.approveHolder(cleo, true);
        _expectIssued(closed, cleo, SHARES, MILLION + SHARES);
        _issue(closed, cleo, SHARES);
        assertEq(closed.balanceOf(cleo), SHARES, "issued");
    }

    function test_Closed_ToThePerson() external {
        _expectIssued(closed, ben, SHARES, MILLION + SHARES);
        _issue(closed, ben, SHARES);
        assertEq(closed.balanceOf(ben), MILLION + SHARES, "issued");
    }

    function test_RevertWhen_TreasuryIsNotApproved() external {
        PersonalToken treasury = _launch(cleo, "CLEO");
        _allow(treasury, cleo, closed);
        _expectIssueRefused(
            closed,
            address(treasury),
            SHARES,
            abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, address(treasury))
        );
        vm.prank(ben);
        closed.approveHolder(address(treasury), true);
        _issue(closed, address(treasury), SHARES);
        assertEq(closed.balanceOf(address(treasury)), SHARES, "with consent on both sides");
    }

    function testFuzz_ToAnybody(address to, uint256 shares) external {
        vm.assume(to != address(0) && !registry.isEquityToken(to));
        shares = bound(shares, 1, MAX_SUPPLY - MILLION);
        uint256 before = token.balanceOf(to);
        _expectIssued(token, to, shares, MILLION + shares);
        _issue(token, to, shares);

        assertEq(token.balanceOf(to), before + shares, "issued");
        assertEq(token.totalSupply(), MILLION + shares, "supply");
        assertEq(token.eligibleSupply(), MILLION + shares, "all of it takes part");
        assertEq(token.treasuryHeld(), 0, "no treasury");
    }

    function testFuzz_WhatWasDueStays(uint256 amount, uint256 shares) external {
        amount = bound(amount, 1, 1_000 ether);
        shares = bound(shares, 1, MAX_SUPPLY - MILLION);
        _realize(token, ada, amount);
        uint256 due = token.claimable(ada);
        uint256 perShare = token.incomePerShare();
        _issue(token, cleo, shares);
        assertEq(token.claimable(ada), due, "as it was");
        assertEq(token.claimable(cleo), 0, "nothing of it for the new shares");
        assertEq(token.incomePerShare(), perShare, "nothing was divided");
        assertEq(token.accounted(), amount, "held for the holders");
    }

    function test_NewSharesTakePartLater() external {
        _realize(token, ada, 4 ether);
        _issue(token, cleo, MILLION);
        _realize(token, ada, 6 ether);
        assertApproxEqAbs(token.claimable(ada), 7 ether, 1, "all before, and half after");
        assertApproxEqAbs(token.claimable(cleo), 3 ether, 2, "half after");
        assertLe(token.claimable(ada) + token.claimable(cleo), 10 ether, "no more than came in");
    }

    function _expectIssued(PersonalToken issuer, address to, uint256 shares, uint256 supply) private {
        vm.expectEmit(address(issuer));
        emit IERC20.Transfer(address(0), to, shares);
        vm.expectEmit(address(issuer));
        emit IPersonalToken.Issued(to, shares, supply);
    }
}
