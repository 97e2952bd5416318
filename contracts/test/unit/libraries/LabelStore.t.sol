// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {LabelStore} from "../../../src/libraries/LabelStore.sol";

/// @notice Uses the library as a token does: by delegatecall, and creating nothing else.
contract LabelHolder {
    function write(string calldata name, string calldata symbol, string calldata metadata) external {
        LabelStore.write(name, symbol, metadata);
    }

    function rewrite(uint256 version, string calldata metadata) external {
        LabelStore.rewrite(version, metadata);
    }

    function nameOf(uint256 version) external view returns (string memory) {
        return LabelStore.nameOf(version);
    }

    function symbolOf(uint256 version) external view returns (string memory) {
        return LabelStore.symbolOf(version);
    }

    function metadataOf(uint256 version) external view returns (string memory) {
        return LabelStore.metadataOf(version);
    }
}

contract LabelStoreTest is Test {
    uint256 private constant LONGEST_LABEL = 255;
    /// @dev As much as tokens take; code can be three times that.
    uint256 private constant LONGEST_METADATA = 8192;
    uint256 private constant LAST_VERSION = 65_534;

    LabelHolder private holder;

    function setUp() external {
        holder = new LabelHolder();
    }

    function testFuzz_Write_IsReadBack(string calldata name, string calldata symbol, string calldata metadata)
        external
    {
        vm.assume(bytes(name).length <= LONGEST_LABEL && bytes(symbol).length <= LONGEST_LABEL);
        holder.write(name, symbol, metadata);
        _requireTexts(1, name, symbol, metadata);
    }

    function test_Write_TakesTheLongestTexts() external {
        string memory label = string(_bytes(LONGEST_LABEL));
        string memory metadata = string(_bytes(LONGEST_METADATA));
        holder.write(label, label, metadata);
        _requireTexts(1, label, label, metadata);
    }

    function test_RevertWhen_VersionWasNeverWritten() external {
        holder.write("Ada", "ADA", "data:,1");
        vm.expectRevert(bytes(""));
        holder.nameOf{gas: 1_000_000}(2);
    }

    function testFuzz_Rewrite_KeepsNameAndSymbol(
        string calldata name,
        string calldata symbol,
        string calldata before,
        string calldata after_
    ) external {
        vm.assume(bytes(name).length <= LONGEST_LABEL && bytes(symbol).length <= LONGEST_LABEL);
        holder.write(name, symbol, before);
        holder.rewrite(1, after_);
        _requireTexts(2, name, symbol, after_);
        _requireTexts(1, name, symbol, before);
    }

    /// @dev A version below 128 is one byte of the address's preimage, a later one two or three.
    function test_Rewrite_IsFoundAtEveryVersion() external {
        holder.write("Ada", "ADA", "data:,1");
        for (uint256 version = 1; version < 300; ++version) {
            holder.rewrite(version, _metadata(version + 1));
        }
        for (uint256 version = 1; version <= 300; ++version) {
            _requireTexts(version, "Ada", "ADA", _metadata(version));
        }
    }

    function testFuzz_Rewrite_IsFoundAtLateVersions(uint256 version) external {
        version = bound(version, 2, LAST_VERSION);
        holder.write("Ada", "ADA", "data:,1");
        vm.setNonce(address(holder), uint64(version));
        holder.rewrite(1, _metadata(version));
        _requireTexts(version, "Ada", "ADA", _metadata(version));
    }

    function test_NoVersion_HasEmptyTexts() external view {
        _requireTexts(LabelStore.NONE, "", "", "");
    }

    function test_Store_DoesNothingWhenCalled() external {
        holder.write("Ada", "ADA", "data:,x");
        address store = vm.computeCreateAddress(address(holder), 1);
        bytes memory codeBefore = store.code;
        assertGt(codeBefore.length, 0, "it is there");
        (bool success, bytes memory answer) = store.call(hex"12345678");
        assertTrue(success, "a clone of nothing does nothing");
        assertEq(answer.length, 0, "and answers nothing");
        assertEq(store.code, codeBefore, "and stays what it is");
        _requireTexts(1, "Ada", "ADA", "data:,x");
    }

    function _requireTexts(uint256 version, string memory name, string memory symbol, string memory metadata)
        private
        view
    {
        assertEq(holder.nameOf(version), name, "name");
        assertEq(holder.symbolOf(version), symbol, "symbol");
        assertEq(holder.metadataOf(version), metadata, "metadata");
    }

    function _metadata(uint256 version) private pure returns (string memory) {
        return string.concat("data:,", vm.toString(version));
    }

    function _bytes(uint256 length) private pure returns (bytes memory text) {
        text = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            text[i] = bytes1(uint8(i));
        }
    }
}
