// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {ISettlement} from "../../../src/interfaces/ISettlement.sol";
import {Founder, Hop} from "../../../src/types/EquityTypes.sol";
import {Bomb, Mute, Yes} from "../../mocks/Receivers.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract SettleTest is WeftTest {
    PersonalToken private adaToken;
    PersonalToken private cleoToken;
    NetworkToken private network;

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
        assertEq(network.totalIncome(), 0, "nothing was harvested");
    }

    function test_HopHasNothing() external {
        Hop[] memory hops = new Hop[](2);
        hops[0] = _hop(address(network), address(cleoToken), 1);
        hops[1] = _hop(address(network), address(adaToken), 1);
        _expectFailed(0, abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, address(network)));
        settlement.settle(hops, new address[](0), ada, 0, block.timestamp);
        assertEq(network.totalIncome(), 8 ether - 1, "the next was harvested");
    }

    function test_HopsHolderIsNoToken() external {
        address[3] memory holders = [ben, address(new Mute()), address(new Yes())];
        Hop[] memory hops = new Hop[](4);
        for (uint256 i = 0; i < 3; ++i) {
            hops[i] = _hop(holders[i], address(adaToken), 1);
        }
        hops[3] = _hop(address(network), address(adaToken), 1);
        _expectFailed(0, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, ben));
        _expectFailed(1, "");
        uint256 paid = settlement.settle(hops, new address[](0), ada, 0, block.timestamp);
        assertEq(paid, 0, "nothing is counted for what they say");
        assertEq(network.totalIncome(), 8 ether - 1, "the last was harvested");
    }

    /// @dev To copy and log what they answer would take more gas than to make it.
    function test_HopsHolderAnswersAMegabyte() external {
        Hop[] memory hops = new Hop[](3);
        hops[0] = _hop(address(new Bomb({fails: false})), address(adaToken), 1);
        hops[1] = _hop(address(new Bomb({fails: true})), address(adaToken), 1);
        hops[2] = _hop(address(network), address(adaToken), 1);
        _expectFailed(0, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, hops[0].holder));
        _expectFailed(1, "");
        settlement.settle{gas: 6_000_000}(hops, new address[](0), ada, 0, block.timestamp);
        assertEq(network.totalIncome(), 8 ether - 1, "the last was harvested");
    }

    function test_ClaimsAccountRefusesWithAMegabyte() external {
        Bomb bomb = new Bomb({fails: true});
        vm.prank(ada);
        adaToken.transfer(address(bomb), 100_000e18);
        _realize(adaToken, ada, 1 ether);
        uint256 paid = settlement.settle{gas: 8_000_000}(
            new Hop[](0), _list(address(adaToken)), address(bomb), 0, block.timestamp
        );
        assertEq(paid, 0, "nothing arrived");
        assertGt(adaToken.claimable(address(bomb)), 0, "and it stays claimable");
    }

    function test_ClaimHasNothingOrIsNoToken() external {
        address[] memory claims = new address[](4);
        claims[0] = address(cleoToken);
        claims[1] = address(new Yes());
        claims[2] = ben;
        claims[3] = address(adaToken);
        uint256 due = adaToken.claimable(ada);
        _expectFailed(1, abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, ada));
        _expectFailed(2, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, claims[1]));
        _expectFailed(3, abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, ben));
        Hop[] memory hops = new Hop[](1);
        hops[0] = _hop(address(network), address(adaToken), 1);
        assertEq(settlement.settle(hops, claims, ada, due, block.timestamp), due, "the last was paid");
    }

    function test_NeighboursAreTurnedTogether() external {
        settlement.settle(_hops(2), new address[](0), ada, 0, block.timestamp);
        // 8 came in; half of it went round, and half of that came back: 2. Again: a half.
        assertApproxEqAbs(network.totalIncome(), 10.5 ether, 10, "two turns");
        assertApproxEqAbs(cleoToken.totalIncome(), 5 ether, 10, "two turns");
        assertApproxEqAbs(network.claimable(address(cleoToken)), 0.25 ether, 10, "a third would bring this");
    }

    function test_TurnsStopWhenOneBringsNothing() external {
        vm.recordLogs();
        settlement.settle(_hops(1_000), new address[](0), ada, 0, block.timestamp);
        uint256 failed;
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == ISettlement.HopFailed.selector) ++failed;
        }
        assertEq(network.claimable(address(cleoToken)), 0, "dry");
        assertEq(cleoToken.claimable(address(network)), 0, "dry");
        assertLe(failed, 4, "and left when it was");
    }

    function test_NoRepeats() external {
        settlement.settle(_hops(0), new address[](0), ada, 0, block.timestamp);
        assertEq(cleoToken.totalIncome(), 0, "no turn");
    }

    function test_Settle() external {
        address[] memory claims = new address[](2);
        claims[0] = address(adaToken);
        claims[1] = address(network);
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

    function _expectFailed(uint256 index, bytes memory reason) private {
        vm.expectEmit(address(settlement));
        emit ISettlement.HopFailed(index, reason);
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
