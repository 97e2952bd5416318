// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {RefusingReceiver} from "../../mocks/Receivers.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract ClaimTest is WeftTest {
    /// @dev A quarter of 4 ether: income per share is rounded down, and so a wei stays in the token.
    uint256 private constant QUARTER = 1 ether - 1;

    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        vm.prank(ada);
        token.transfer(ben, 250_000e18);
    }

    function test_RevertWhen_NothingIsDue() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, ben));
        token.claim(ben);
    }

    function test_RevertWhen_AccountNeverHeld() external {
        _realize(token, ada, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, dora));
        token.claim(dora);
    }

    function test_RevertWhen_TreasuryIsNotTheCaller() external {
        NetworkToken network = _formWith(token, ada, 100_000e18);
        _stake(network, 0, token, ada, 100_000e18, ada);
        _realize(token, ada, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.OnlyOwnHarvest.selector, address(network)));
        token.claim(address(network));
    }

    function test_RevertWhen_AccountRefusesTheCoin() external {
        RefusingReceiver refusing = new RefusingReceiver();
        vm.prank(ada);
        token.transfer(address(refusing), 250_000e18);
        _realize(token, ada, 4 ether);

        vm.expectRevert(RefusingReceiver.NoThanks.selector);
        token.claim(address(refusing));
        assertEq(token.claimable(address(refusing)), QUARTER, "all stays claimable");
        assertEq(token.totalClaimed(), 0, "nothing counted");

        assertEq(token.claim(ben), QUARTER, "nobody else is kept from claiming");
    }

    function test_Claim() external {
        _realize(token, ada, 4 ether);
        uint256 balanceBefore = ben.balance;

        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(ben, ben, QUARTER);
        vm.prank(dora);
        uint256 paid = token.claim(ben);

        assertEq(paid, QUARTER, "a quarter");
        assertEq(ben.balance - balanceBefore, paid, "arrived");
        assertEq(token.claimable(ben), 0, "nothing left");
        assertEq(token.debtOf(ben), int256(paid), "paid became debt");
        assertEq(token.claimable(ada), 3 ether - 1, "others keep theirs");
        assertEq(token.totalClaimed(), paid, "counted");
        assertEq(address(token).balance, 3 ether + 1, "the rest is here");
    }

    function test_Claim_KeepsWhatWasEarnedBeforeATransfer() external {
        _realize(token, ada, 4 ether);
        vm.prank(ben);
        token.transfer(cleo, 250_000e18);
        assertEq(token.claimable(ben), QUARTER, "earned before");
        assertEq(token.claimable(cleo), 0, "nothing from before");
        _realize(token, ada, 4 ether);
        assertEq(token.claim(ben), QUARTER, "nothing from after");
        assertEq(token.claim(cleo), QUARTER, "earned after");
    }
}
