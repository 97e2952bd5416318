// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {TokenKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract PredictTokenTest is WeftTest {
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
}
