// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkGovernor} from "../../../src/interfaces/INetworkGovernor.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract GovernorStandardsTest is GovernedTest {
    function test_Names() external view {
        assertEq(governor.name(), "Trio Governor", "name");
        assertEq(governor.version(), "1", "version");
        assertEq(address(governor.token()), address(network), "token");
        assertEq(network.governor(), address(governor), "and back");
        (bytes1 fields, string memory name, string memory version, uint256 chainId, address verifier,,) =
            governor.eip712Domain();
        assertEq(fields, hex"0f", "fields");
        assertEq(name, "Trio Governor", "name that is signed");
        assertEq(version, "1", "version that is signed");
        assertEq(chainId, block.chainid, "chain");
        assertEq(verifier, address(governor), "verifying contract");
    }

    function testFuzz_Clock(uint40 time) external {
        vm.warp(time);
        assertEq(governor.clock(), time, "clock");
        assertEq(governor.CLOCK_MODE(), "mode=timestamp", "mode");
        assertEq(governor.CLOCK_MODE(), network.CLOCK_MODE(), "the same as the shares'");
        assertEq(governor.COUNTING_MODE(), "support=bravo&quorum=for,abstain", "counting");
    }

    function test_SupportsInterface() external view {
        assertTrue(governor.supportsInterface(type(IGovernor).interfaceId), "governor");
        assertTrue(governor.supportsInterface(type(IERC165).interfaceId), "ERC-165");
        assertFalse(governor.supportsInterface(type(IERC20).interfaceId), "is no token");
        assertFalse(governor.supportsInterface(0xffffffff), "nor everything");
    }

    function testFuzz_RevertWhen_ItShouldRelay(address target, uint256 value, bytes memory data, uint256 sent)
        external
    {
        sent = bound(sent, 0, 1 ether);
        address[2] memory callers = [ada, address(governor)];
        for (uint256 i = 0; i < callers.length; ++i) {
            hoax(callers[i], sent);
            vm.expectRevert(
                abi.encodeWithSelector(INetworkGovernor.CallNotAllowed.selector, target, value, bytes4(data))
            );
            governor.relay{value: sent}(target, value, data);
        }
    }

    function testFuzz_RevertWhen_CoinIsSent(uint256 value) external {
        hoax(ada, value);
        (bool success, bytes memory reason) = address(governor).call{value: value}("");
        assertFalse(success, "refused");
        assertEq(reason, abi.encodeWithSelector(INetworkGovernor.CoinNotAccepted.selector, value), "reason");
    }

    function test_VotesOfATreasury() external {
        vm.prank(ben);
        benToken.allowDeposit(address(network));
        vm.prank(ada);
        assertTrue(network.transfer(address(benToken), 5e18), "sent");
        bytes memory call = abi.encodeCall(INetworkAdmission.setContractURI, ("ipfs://new"));
        uint256 proposalId = _propose(ada, address(network), call);
        skip(DELAY + 1);
        vm.prank(ben);
        assertEq(governor.castVote(proposalId, FOR), 100_005e18, "weight");
    }
}
