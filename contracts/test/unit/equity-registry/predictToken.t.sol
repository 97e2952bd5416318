// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {Founder, TokenKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract PredictTokenTest is WeftTest {
    uint256 private constant MAX_NETWORKS = 3;

    function test_RevertWhen_KindIsNone() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.KindUnknown.selector, TokenKind.None));
        registry.predictToken(ada, TokenKind.None, 0);
    }

    function testFuzz_Personal_IsOnePerCreator(address creator, address other, uint256 index) external view {
        vm.assume(creator != other);
        address predicted = registry.predictToken(creator, TokenKind.Personal, 0);
        assertEq(registry.predictToken(creator, TokenKind.Personal, index), predicted, "whatever the index");
        assertNotEq(registry.predictToken(other, TokenKind.Personal, 0), predicted, "not somebody else's");
    }

    function testFuzz_Network_IsOnePerCreatorAndIndex(address creator, address other, uint256 index) external view {
        vm.assume(creator != other && index < type(uint256).max);
        address predicted = registry.predictToken(creator, TokenKind.Network, index);
        assertNotEq(registry.predictToken(creator, TokenKind.Network, index + 1), predicted, "not another network's");
        assertNotEq(registry.predictToken(other, TokenKind.Network, index), predicted, "not somebody else's");
        assertNotEq(registry.predictToken(creator, TokenKind.Personal, index), predicted, "not a personal token's");
    }

    function testFuzz_Personal_IsWhereItIsLaunched(address creator) external {
        vm.assume(creator != address(0));
        address predicted = registry.predictToken(creator, TokenKind.Personal, 0);
        assertEq(address(_launch(creator, "ANY")), predicted, "launched there");
    }

    function testFuzz_Network_IsWhereItIsFormed(address creator, uint256 networks) external {
        vm.assume(creator != address(0) && creator != ada);
        networks = bound(networks, 1, MAX_NETWORKS);
        Founder[] memory founders = new Founder[](1);
        founders[0] = _founder(_launch(ada, "ADA"), ada, 200_000e18, ONE_TO_ONE);
        for (uint256 i = 0; i < networks; ++i) {
            address predicted = registry.predictToken(creator, TokenKind.Network, i);
            vm.prank(creator);
            (address network,) =
                registry.form("Trio", "TRIO", URI, founders, uint64(block.timestamp + 7 days), _settings());
            assertEq(network, predicted, "formed there");
            assertEq(registry.networkCountOf(creator), i + 1, "counted");
        }
    }
}
