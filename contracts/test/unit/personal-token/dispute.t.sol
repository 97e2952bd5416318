// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {StreamTest} from "../../utils/StreamTest.sol";

contract DisputeTest is StreamTest {
    PersonalToken private token;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        vm.prank(ada);
        token.transfer(ben, 1);
        _realize(token, ada, 1 ether);
        _realize(token, ada, 2 ether);
    }

    function _expectDisputed(uint256 realizationId, address holder, string memory uri) private {
        vm.expectEmit(address(token));
        emit IPersonalToken.Disputed(realizationId, holder, uri);
    }

    function testFuzz_RevertWhen_ThereIsNoSuchGain(uint256 realizationId) external {
        realizationId = bound(realizationId, 2, type(uint256).max);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.UnknownRealization.selector, realizationId));
        token.dispute(realizationId, "");
    }

    function testFuzz_RevertWhen_CallerHoldsNoShares(address caller) external {
        vm.assume(caller != ada && caller != ben);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.OnlyHolder.selector, caller));
        token.dispute(0, "");
    }

    function test_RevertWhen_TextIsTooLong() external {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 1025, 1024));
        token.dispute(0, _text(1025));
    }

    function testFuzz_Dispute(uint256 realizationId, string calldata uri) external {
        realizationId = bound(realizationId, 0, 1);
        vm.assume(bytes(uri).length <= 1024);
        uint256 due = token.claimable(ben);
        _expectDisputed(realizationId, ben, uri);
        vm.prank(ben);
        token.dispute(realizationId, uri);

        assertEq(token.realizationCount(), 2, "the gains stay");
        assertEq(token.accounted(), 3 ether, "held for the holders");
        assertEq(token.claimable(ben), due, "due as before");
    }

    function test_Dispute_WhatStreams() external {
        _realizeOver(token, ada, 3 ether, 30 days);
        _expectDisputed(2, ben, "ipfs://why");
        vm.prank(ben);
        token.dispute(2, "ipfs://why");
        assertEq(token.stream().left, 3 ether, "streams as before");
    }

    function test_Dispute_LongestText() external {
        _expectDisputed(1, ada, _text(1024));
        vm.prank(ada);
        token.dispute(1, _text(1024));
    }
}
