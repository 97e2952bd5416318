// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {HolderClass, TokenKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract ReclassifyTest is WeftTest {
    PersonalToken private token;
    NetworkToken private network;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        vm.prank(ada);
        token.transfer(future, 100_000e18);
        network = _formWith(token, ada, 200_000e18);
    }

    function test_RevertWhen_AccountIsNoEquityToken() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToReclassify.selector, ada));
        token.reclassify(ada);
    }

    function test_RevertWhen_AccountIsMarkedAlready() external {
        token.reclassify(address(network));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToReclassify.selector, address(network)));
        token.reclassify(address(network));
    }

    function test_Reclassify() external {
        _realize(token, ada, 10 ether);
        assertEq(uint8(token.classOf(address(network))), uint8(HolderClass.Wallet), "a wallet before");
        assertEq(token.treasuryHeld(), 0, "not counted before");
        int256 debtBefore = token.debtOf(address(network));

        vm.expectEmit(address(token));
        emit IEquityToken.HolderClassified(address(network), HolderClass.Treasury);
        vm.prank(dora);
        token.reclassify(address(network));

        assertEq(uint8(token.classOf(address(network))), uint8(HolderClass.Treasury), "a treasury");
        assertEq(token.treasuryHeld(), 100_000e18, "counted");
        assertEq(token.balanceOf(address(network)), 100_000e18, "balance");
        assertEq(token.debtOf(address(network)), debtBefore, "debt");
        assertEq(token.claimable(address(network)), 1 ether - 1, "claimable");
    }

    function test_Reclassify_OfAnAccountWithoutShares() external {
        PersonalToken empty = _launch(ben, "BEN");
        token.reclassify(address(empty));
        assertEq(uint8(token.classOf(address(empty))), uint8(HolderClass.Treasury), "a treasury");
        assertEq(token.treasuryHeld(), 0, "that holds nothing");
    }

    function test_Stake_MarksByItself() external {
        vm.prank(ada);
        token.approve(address(network), 200_000e18);
        vm.expectEmit(address(token));
        emit IEquityToken.HolderClassified(address(network), HolderClass.Treasury);
        vm.prank(ada);
        network.stake(0, 200_000e18, ada, type(uint256).max);
        assertEq(uint8(token.classOf(address(network))), uint8(HolderClass.Treasury), "a treasury");
        assertEq(token.treasuryHeld(), 300_000e18, "all of it counted");
    }
}
