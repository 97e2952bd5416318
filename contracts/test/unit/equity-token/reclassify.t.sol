// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {HolderClass, TokenKind} from "../../../src/types/EquityTypes.sol";
import {PoolTest} from "../../utils/PoolTest.sol";

contract ReclassifyTest is PoolTest {
    PersonalToken private token;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        address future = registry.predictToken(address(this), TokenKind.Network, 0);
        vm.prank(ada);
        token.transfer(future, 100_000e18);
        network = _formWith(token, ada, 200_000e18);
        assertEq(address(network), future, "holds already");
    }

    function test_RevertWhen_AccountIsNoEquityToken() external {
        address[3] memory accounts = [ada, address(registry), address(0)];
        for (uint256 i = 0; i < accounts.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToReclassify.selector, accounts[i]));
            token.reclassify(accounts[i]);
        }
    }

    function test_RevertWhen_AccountIsMarkedAlready() external {
        token.reclassify(address(network));
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToReclassify.selector, address(network)));
        token.reclassify(address(network));
    }

    function test_RevertWhen_AccountIsExcluded() external {
        address pool = address(_createPool(address(token)));
        token.exclude(pool);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToReclassify.selector, pool));
        token.reclassify(pool);
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
        assertEq(token.totalSupply(), MILLION, "supply");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.OnlyOwnHarvest.selector, address(network)));
        token.claim(address(network));
    }

    function test_Reclassify_WhileAGainStreams() external {
        vm.prank(ada);
        token.realize{value: 10 ether}(10 ether, 100 days, "");
        skip(50 days);
        uint256 due = token.claimable(address(network));
        token.reclassify(address(network));
        assertEq(token.claimable(address(network)), due, "claimable");
        assertEq(token.stream().lastAccrual, block.timestamp - 50 days, "and nothing accrues by it");
    }

    function test_Reclassify_OfAnAccountWithoutShares() external {
        PersonalToken empty = _launch(ben, "BEN");
        token.reclassify(address(empty));
        assertEq(uint8(token.classOf(address(empty))), uint8(HolderClass.Treasury), "a treasury");
        assertEq(token.treasuryHeld(), 0, "that holds nothing");
    }

    /// @dev A network counts apart what other networks hold of it.
    function test_Reclassify_AtANetwork() external {
        _stake(network, 0, token, ada, 200_000e18, ada);
        address future = registry.predictToken(address(this), TokenKind.Network, 1);
        address personal = registry.predictToken(ben, TokenKind.Personal, 0);
        vm.startPrank(ada);
        network.transfer(future, 50_000e18);
        network.transfer(personal, 30_000e18);
        vm.stopPrank();
        _formWith(token, ada, 1e18);
        _launch(ben, "BEN");

        network.reclassify(future);
        network.reclassify(personal);
        assertEq(network.treasuryHeld(), 80_000e18, "all treasuries");
        assertEq(network.networksHeld(), 50_000e18, "networks");
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
