// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Bytes} from "@openzeppelin/contracts/utils/Bytes.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// @title A token's name, symbol and metadata in the code of a contract of their own
/// @notice A byte of code costs 200 gas, a byte of storage 690: metadata with a small picture costs a third.
/// @dev That contract is a clone of nothing: it only carries its immutable arguments, which are one byte each for the
/// lengths of name and symbol, then name, symbol and metadata.
library LabelStore {
    using Bytes for bytes;

    uint256 private constant HEADER = 2;

    /// @notice Writes the texts; a name and a symbol have at most 255 bytes.
    /// @return store The contract that carries them.
    function write(string calldata name, string calldata symbol, string calldata metadata)
        internal
        returns (address store)
    {
        bytes memory packed =
            abi.encodePacked(uint8(bytes(name).length), uint8(bytes(symbol).length), name, symbol, metadata);
        return Clones.cloneWithImmutableArgs(address(0), packed);
    }

    function nameOf(address store) internal view returns (string memory) {
        bytes memory packed = _read(store);
        return string(packed.slice(HEADER, HEADER + uint8(packed[0])));
    }

    function symbolOf(address store) internal view returns (string memory) {
        bytes memory packed = _read(store);
        uint256 start = HEADER + uint8(packed[0]);
        return string(packed.slice(start, start + uint8(packed[1])));
    }

    function metadataOf(address store) internal view returns (string memory) {
        bytes memory packed = _read(store);
        return string(packed.slice(HEADER + uint8(packed[0]) + uint8(packed[1])));
    }

    /// @dev An implementation has no texts: its store is the zero address.
    function _read(address store) private view returns (bytes memory) {
        return store == address(0) ? new bytes(HEADER) : Clones.fetchCloneArgs(store);
    }
}
