// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Bytes} from "@openzeppelin/contracts/utils/Bytes.sol";
import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title A token's name, symbol and metadata in the code of a contract of their own
/// @notice A byte of code costs 200 gas, a byte of storage 690: metadata with a small picture costs a third.
/// @dev The texts are packed as one byte each for the lengths of name and symbol, then name, symbol and metadata. The
/// contract is found without being stored: a token creates nothing else, so the texts of version n are at the address
/// of its nth creation.
/// Runs by delegatecall from tokens: texts are seldom read by transactions.
library LabelStore {
    using Bytes for bytes;
    using RLP for RLP.Encoder;

    uint256 private constant HEADER = 2;

    /// @notice The version of an implementation, which has no texts and can't get any.
    uint16 internal constant NONE = type(uint16).max;

    /// @notice Writes the texts as the token's next version; a name and a symbol have at most 255 bytes.
    function write(string memory name, string memory symbol, string memory metadata) external {
        bytes memory packed =
            abi.encodePacked(uint8(bytes(name).length), uint8(bytes(symbol).length), name, symbol, metadata);
        SSTORE2.write(packed);
    }

    function nameOf(uint256 version) external view returns (string memory) {
        return string(_name(_read(version)));
    }

    function symbolOf(uint256 version) external view returns (string memory) {
        return string(_symbol(_read(version)));
    }

    function metadataOf(uint256 version) external view returns (string memory) {
        bytes memory packed = _read(version);
        return string(packed.slice(HEADER + uint8(packed[0]) + uint8(packed[1])));
    }

    /// @notice The version's name and symbol with other metadata, as the token's next version.
    function rewrite(uint256 version, string memory metadata) external {
        bytes memory packed = _read(version);
        bytes memory header = packed.slice(0, HEADER + uint8(packed[0]) + uint8(packed[1]));
        SSTORE2.write(bytes.concat(header, bytes(metadata)));
    }

    function _name(bytes memory packed) private pure returns (bytes memory) {
        return packed.slice(HEADER, HEADER + uint8(packed[0]));
    }

    function _symbol(bytes memory packed) private pure returns (bytes memory) {
        uint256 start = HEADER + uint8(packed[0]);
        return packed.slice(start, start + uint8(packed[1]));
    }

    function _read(uint256 version) private view returns (bytes memory) {
        return version == NONE ? new bytes(HEADER) : SSTORE2.read(_storeAt(version));
    }

    /// @dev Address of this contract's nth creation: keccak256(rlp([creator, nonce])), Ethereum yellow paper, section 7.
    function _storeAt(uint256 version) private view returns (address) {
        bytes memory encoded = RLP.encoder().push(address(this)).push(version).encode();
        return address(uint160(uint256(keccak256(encoded))));
    }
}
