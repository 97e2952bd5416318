// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {LabelStore} from "../../../src/libraries/LabelStore.sol";

contract LabelStoreTest is Test {
    function testFuzz_Write_IsReadBack(string calldata name, string calldata symbol, string calldata metadata)
        external
    {
        vm.assume(bytes(name).length <= 255 && bytes(symbol).length <= 255);
        address store = LabelStore.write(name, symbol, metadata);
        assertEq(LabelStore.nameOf(store), name, "name");
        assertEq(LabelStore.symbolOf(store), symbol, "symbol");
        assertEq(LabelStore.metadataOf(store), metadata, "metadata");
    }

    function test_ZeroAddress_HasEmptyTexts() external view {
        assertEq(LabelStore.nameOf(address(0)), "", "name");
        assertEq(LabelStore.symbolOf(address(0)), "", "symbol");
        assertEq(LabelStore.metadataOf(address(0)), "", "metadata");
    }

    function test_Store_DoesNothingWhenCalled() external {
        address store = this.write("Ada", "ADA", "data:,x");
        bytes memory codeBefore = store.code;
        (bool success, bytes memory answer) = store.call(hex"12345678");
        assertTrue(success, "a clone of nothing does nothing");
        assertEq(answer.length, 0, "and answers nothing");
        assertEq(store.code, codeBefore, "and stays what it is");
    }

    function write(string calldata name, string calldata symbol, string calldata metadata) external returns (address) {
        return LabelStore.write(name, symbol, metadata);
    }
}
