// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {ISettlement} from "../../../src/interfaces/ISettlement.sol";
import {Founder, Hop} from "../../../src/types/EquityTypes.sol";
import {IncomeLog} from "../../utils/IncomeLog.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

/// @notice Ada and Cleo each own half of themselves, and half of a network that owns the rest; Cleo's half of it lies in
/// her own token, which makes a circle. Why hops and claims fail is tested beside this.
contract SettleTest is WeftTest {
    PersonalToken private adaToken;
    PersonalToken private cleoToken;
    INetworkToken private network;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        cleoToken = _launch(cleo, "CLEO");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, 500_000e18, ONE_TO_ONE);
        founders[1] = _founder(cleoToken, cleo, 500_000e18, ONE_TO_ONE);
        network = _form(founders);
        _stake(network, 0, adaToken, ada, 500_000e18, ada);
        _stake(network, 1, cleoToken, cleo, 500_000e18, address(cleoToken));
        _realize(adaToken, ada, 16 ether);
    }

    function test_RevertWhen_DeadlineHasPassed() external {
        vm.expectRevert(
            abi.encodeWithSelector(ISettlement.DeadlinePassed.selector, block.timestamp - 1, block.timestamp)
        );
        settlement.settle(new Hop[](0), new address[](0), ada, 0, block.timestamp - 1);
    }

    function test_RevertWhen_ClaimsPayLessThanAskedFor() external {
        uint256 due = adaToken.claimable(ada);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.PaidTooLittle.selector, due, due + 1));
        settlement.settle(_hops(1), _list(address(adaToken)), ada, due + 1, block.timestamp);
        assertEq(adaToken.claimable(ada), due, "nothing happened");
        assertEq(network.accounted(), 0, "nothing was harvested");
    }

    function test_ClaimsPayWhatIsAskedFor() external {
        uint256 due = adaToken.claimable(ada);
        uint256 paid = settlement.settle(_hops(1), _list(address(adaToken)), ada, due, block.timestamp);
        assertEq(paid, due, "exactly that");
    }

    function test_NothingToDo() external {
        vm.expectEmit(address(settlement));
        emit ISettlement.Settled(ada, address(this), 0);
        uint256 paid = settlement.settle(new Hop[](0), new address[](0), ada, 0, block.timestamp);
        assertEq(paid, 0, "nothing");
    }

    function test_NeighboursAreTurnedTogether() external {
        (uint256 intoNetwork, uint256 intoCleo,) = _settleAndCount(_hops(2));
        // 8 came in; half of it went round, and half of that came back: 2. Again: a half.
        assertApproxEqAbs(intoNetwork, 10.5 ether, 10, "two turns");
        assertApproxEqAbs(intoCleo, 5 ether, 10, "two turns");
        assertApproxEqAbs(network.claimable(address(cleoToken)), 0.25 ether, 10, "a third would bring this");
    }

    /// @dev Each is turned for itself: its second turn brings nothing.
    function test_NeighboursWithOtherRepeatsAreTurnedApart() external {
        Hop[] memory hops = _hops(2);
        hops[2].repeats = 3;
        (uint256 intoNetwork, uint256 intoCleo, uint256 failed) = _settleAndCount(hops);
        assertApproxEqAbs(intoNetwork, 10 ether, 10, "once there and back");
        assertApproxEqAbs(intoCleo, 4 ether, 10, "once there");
        assertEq(failed, 2, "each was left when it brought nothing");
    }

    function test_TurnsStopWhenOneBringsNothing() external {
        (uint256 intoNetwork,, uint256 failed) = _settleAndCount(_hops(1_000));
        // 8 / (1 - 1/4)
        assertApproxEqAbs(intoNetwork, uint256(32 ether) / 3, 100, "all turns that bring something");
        assertEq(network.claimable(address(cleoToken)), 0, "dry");
        assertEq(cleoToken.claimable(address(network)), 0, "dry");
        assertLe(failed, 4, "and left when it was");
    }

    function test_NoRepeats() external {
        (uint256 intoNetwork, uint256 intoCleo, uint256 failed) = _settleAndCount(_hops(0));
        assertEq(intoNetwork, 8 ether - 1, "the first hop");
        assertEq(intoCleo, 0, "no turn");
        assertEq(failed, 0, "nothing was tried");
    }

    function test_Settle() external {
        address[] memory claims = new address[](2);
        (claims[0], claims[1]) = (address(adaToken), address(network));
        uint256 balanceBefore = ada.balance;
        uint256 snapshot = vm.snapshotState();
        uint256 simulated = settlement.settle(_hops(60), claims, ada, 0, block.timestamp);
        vm.revertToState(snapshot);

        vm.expectEmit(address(settlement));
        emit ISettlement.Settled(ada, dora, simulated);
        vm.prank(dora);
        uint256 paid = settlement.settle(_hops(60), claims, ada, simulated, block.timestamp);

        assertEq(paid, simulated, "to the wei");
        assertEq(ada.balance - balanceBefore, paid, "arrived");
        // Half directly; of the network's 8 / (1 - 1/4) the half.
        assertApproxEqAbs(paid, uint256(40 ether) / 3, 10, "the closed form");
        assertEq(address(settlement).balance, 0, "it keeps nothing");
        assertEq(settlement.registry(), address(registry), "registry");
    }

    // ---------------------------------------------------------------------------------------------------- streams

    function test_Settle_WhatStreams() external {
        _settleAll(ada);
        _stream(16 ether, 100 days);
        skip(25 days);
        uint256 paid = _settleAll(ada);
        // Of 4 that streamed, as of 16 above.
        assertApproxEqAbs(paid, uint256(10 ether) / 3, 10, "what streamed until now");
        assertEq(adaToken.stream().left, 12 ether, "the rest streams on");
        skip(75 days);
        assertApproxEqAbs(paid + _settleAll(ada), uint256(40 ether) / 3, 20, "and all of it by the end");
    }

    /// @dev Whoever asks beforehand what a settlement will pay at some time is told the wei.
    function testFuzz_Settle_PaysWhatASimulationAtThatTimeSaid(uint256 amount, uint256 duration, uint256 time)
        external
    {
        amount = bound(amount, 1, 900 ether);
        duration = bound(duration, 1, 1461 days);
        time = block.timestamp + bound(time, 0, 1500 days);
        _stream(amount, duration);
        uint256 snapshot = vm.snapshotState();
        vm.warp(time);
        uint256 simulated = _settleAll(ada);
        vm.revertToState(snapshot);

        uint256 direct = adaToken.claimableAt(ada, time);
        vm.warp(time);
        uint256 paid = _settleAll(ada);
        assertEq(paid, simulated, "to the wei");
        assertGe(paid, direct, "and what the view said is a part of it");
    }

    function _stream(uint256 amount, uint256 duration) private {
        vm.prank(ada);
        adaToken.realize{value: amount}(amount, duration, "");
    }

    function _settleAll(address account) private returns (uint256) {
        address[] memory claims = new address[](2);
        (claims[0], claims[1]) = (address(adaToken), address(network));
        return settlement.settle(_hops(60), claims, account, 0, block.timestamp);
    }

    /// @return intoNetwork Income of the network by these hops.
    /// @return intoCleo Income of Cleo's token by these hops.
    /// @return failed Hops that were passed over.
    function _settleAndCount(Hop[] memory hops)
        private
        returns (uint256 intoNetwork, uint256 intoCleo, uint256 failed)
    {
        vm.recordLogs();
        settlement.settle(hops, new address[](0), ada, 0, block.timestamp);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == ISettlement.HopFailed.selector) ++failed;
        }
        return (IncomeLog.takenIn(logs, address(network)), IncomeLog.takenIn(logs, address(cleoToken)), failed);
    }

    function _hops(uint256 turns) private view returns (Hop[] memory hops) {
        hops = new Hop[](3);
        hops[0] = _hop(address(network), address(adaToken), 1);
        hops[1] = _hop(address(cleoToken), address(network), turns);
        hops[2] = _hop(address(network), address(cleoToken), turns);
    }

    function _list(address token) private pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = token;
    }
}
