// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {GovernanceSettings} from "../../../src/types/EquityTypes.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract GovernorConstructorTest is GovernedTest {
    uint256 private constant DAY = 86_400;
    uint256 private constant LOCAL_CHAIN = 31337;

    function _expectRevert(uint256 secondsPerDay) private {
        vm.expectRevert(abi.encodeWithSelector(INetworkGovernor.DayOutOfRange.selector, secondsPerDay));
        new NetworkGovernor(address(registry), secondsPerDay);
    }

    function _clone(NetworkGovernor implementation) private returns (NetworkGovernor) {
        return NetworkGovernor(payable(Clones.clone(address(implementation))));
    }

    function test_RevertWhen_ADayHasNoSeconds() external {
        _expectRevert(0);
        vm.chainId(1);
        _expectRevert(0);
    }

    function testFuzz_RevertWhen_ADayIsTooLong(uint256 secondsPerDay) external {
        secondsPerDay = bound(secondsPerDay, DAY + 1, type(uint256).max);
        _expectRevert(secondsPerDay);
        vm.chainId(1);
        _expectRevert(secondsPerDay);
    }

    function testFuzz_AShorterDay_OnALocalChain(uint256 secondsPerDay) external {
        secondsPerDay = bound(secondsPerDay, 1, DAY - 1);
        NetworkGovernor short = _clone(new NetworkGovernor(address(this), secondsPerDay));
        assertEq(short.secondsPerDay(), secondsPerDay, "seconds per day");
        GovernanceSettings memory settings = GovernanceSettings({
            votingDelay: uint48(7 * secondsPerDay),
            votingPeriod: uint32(3 * secondsPerDay - 1),
            proposalThreshold: 1e18,
            quorumPercent: 4
        });
        vm.expectRevert(
            abi.encodeWithSelector(
                INetworkGovernor.SettingOutOfRange.selector,
                bytes32("votingPeriod"),
                3 * secondsPerDay - 1,
                3 * secondsPerDay,
                30 * secondsPerDay
            )
        );
        short.initialize(address(network), settings);
        ++settings.votingPeriod;
        short.initialize(address(network), settings);
        assertEq(short.votingDelay(), 7 * secondsPerDay, "delay");
        assertEq(short.votingPeriod(), 3 * secondsPerDay, "period");
        assertEq(short.lateQuorumVoteExtension(), secondsPerDay, "extension");
    }

    function testFuzz_RevertWhen_ADayIsShorter_OnAnyOtherChain(uint256 secondsPerDay, uint64 chain) external {
        vm.assume(chain != LOCAL_CHAIN && chain != 0);
        vm.chainId(chain);
        _expectRevert(bound(secondsPerDay, 1, DAY - 1));
    }

    function testFuzz_AWholeDay(uint64 chain) external {
        vm.assume(chain != 0);
        vm.chainId(chain);
        NetworkGovernor implementation = new NetworkGovernor(address(registry), DAY);
        assertEq(implementation.secondsPerDay(), DAY, "seconds per day");
        assertEq(implementation.registry(), address(registry), "registry");
    }
}
