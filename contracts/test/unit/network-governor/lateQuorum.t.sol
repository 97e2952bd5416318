// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {
    GovernorPreventLateQuorumUpgradeable
} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorPreventLateQuorumUpgradeable.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract LateQuorumTest is GovernedTest {
    uint256 private constant EXTENSION = 1 days;

    uint256 private proposalId;
    uint256 private deadline;

    function setUp() public override {
        super.setUp();
        vm.prank(ben);
        assertTrue(network.transfer(cleo, 1e18), "sent");
        skip(1);
        bytes memory call = abi.encodeCall(INetworkAdmission.setContractURI, ("ipfs://new"));
        proposalId = _propose(ada, address(network), call);
        deadline = block.timestamp + DELAY + PERIOD;
        skip(DELAY + 1);
    }

    function testFuzz_Early(uint256 time) external {
        vm.warp(bound(time, block.timestamp, deadline - EXTENSION));
        _vote(ada, proposalId, FOR);
        assertEq(governor.proposalDeadline(proposalId), deadline, "as it was");
        vm.warp(deadline);
        _vote(ben, proposalId, AGAINST);
        assertEq(governor.proposalDeadline(proposalId), deadline, "quorum was reached before");
    }

    function testFuzz_Late(uint256 time) external {
        time = bound(time, deadline - EXTENSION + 1, deadline);
        vm.warp(time);
        vm.expectEmit(address(governor));
        emit GovernorPreventLateQuorumUpgradeable.ProposalExtended(proposalId, uint64(time + EXTENSION));
        _vote(ada, proposalId, FOR);
        assertEq(governor.proposalDeadline(proposalId), time + EXTENSION, "a day from then");
    }

    function test_Late_ThenMoreVotes() external {
        vm.warp(deadline);
        _vote(ada, proposalId, FOR);
        skip(EXTENSION);
        _vote(ben, proposalId, FOR);
        assertEq(governor.proposalDeadline(proposalId), deadline + EXTENSION, "only once");
        assertEq(uint8(governor.state(proposalId)), uint8(IGovernor.ProposalState.Active), "still active");
        skip(1);
        assertEq(uint8(governor.state(proposalId)), uint8(IGovernor.ProposalState.Succeeded), "and then over");
    }

    function test_NoQuorum() external {
        vm.warp(deadline);
        _vote(cleo, proposalId, FOR);
        _vote(ben, proposalId, AGAINST);
        assertEq(governor.proposalDeadline(proposalId), deadline, "as it was");
    }

    function test_Late_ThenWhoIsAgainst() external {
        vm.warp(deadline);
        _vote(ada, proposalId, FOR);
        skip(EXTENSION);
        _vote(ben, proposalId, AGAINST);
        _vote(cleo, proposalId, AGAINST);
        skip(1);
        assertEq(uint8(governor.state(proposalId)), uint8(IGovernor.ProposalState.Defeated), "defeated");
    }
}
