// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Founder, FoundingStatus} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract FoundingStatusTest is WeftTest {
    uint256 private constant STAKE = 200_000e18;
    uint256 private constant LONG = 36_500 days;

    PersonalToken private adaToken;
    PersonalToken private benToken;
    INetworkToken private network;
    uint256 private foundingEnds;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, STAKE, ONE_TO_ONE);
        founders[1] = _founder(benToken, ben, STAKE, ONE_TO_ONE);
        network = _form(founders);
        foundingEnds = network.foundingEnds();
    }

    function _assertStatus(FoundingStatus status, uint256 left) private view {
        assertEq(uint8(network.foundingStatus()), uint8(status), "status");
        assertEq(network.founded(), status == FoundingStatus.Complete, "founded");
        assertEq(network.foundersLeft(), left, "founders left");
    }

    function testFuzz_Open(uint256 time) external {
        _assertStatus(FoundingStatus.Open, 2);
        vm.warp(bound(time, block.timestamp, foundingEnds));
        _stake(network, 1, benToken, ben, STAKE, ben);
        _assertStatus(FoundingStatus.Open, 1);
        vm.warp(foundingEnds);
        _assertStatus(FoundingStatus.Open, 1);
    }

    function testFuzz_Complete_BeforeTheEnd(uint256 time) external {
        _stake(network, 1, benToken, ben, STAKE, ben);
        vm.warp(bound(time, block.timestamp, foundingEnds));
        vm.startPrank(ada);
        adaToken.approve(address(network), STAKE);
        vm.expectEmit(address(network));
        emit INetworkAdmission.Founded();
        network.stake(0, STAKE, ada, type(uint256).max);
        vm.stopPrank();
        _assertStatus(FoundingStatus.Complete, 0);
    }

    function testFuzz_Failed(uint256 time) external {
        _stake(network, 1, benToken, ben, STAKE, ben);
        vm.warp(foundingEnds + 1);
        _assertStatus(FoundingStatus.Failed, 1);
        vm.warp(bound(time, foundingEnds + 1, foundingEnds + LONG));
        _assertStatus(FoundingStatus.Failed, 1);
        vm.prank(ben);
        network.unstake(1, STAKE);
        _assertStatus(FoundingStatus.Failed, 1);
    }

    function testFuzz_Complete_AfterTheEnd(uint256 time) external {
        _stake(network, 0, adaToken, ada, STAKE, ada);
        _stake(network, 1, benToken, ben, STAKE, ben);
        vm.warp(bound(time, foundingEnds + 1, foundingEnds + LONG));
        _assertStatus(FoundingStatus.Complete, 0);
    }
}
