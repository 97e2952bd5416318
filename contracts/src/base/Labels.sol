// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityToken} from "../interfaces/IEquityToken.sol";
import {LabelStore} from "../libraries/LabelStore.sol";
import {TextRules} from "../libraries/TextRules.sol";
import {EquityStorage} from "./EquityStorage.sol";

/// @title A token's creation, name, symbol and metadata
abstract contract Labels is EquityStorage {
    /// @dev For functions that make a clone a token: once, by the registry. An implementation counts as made.
    modifier onlyInCreation() {
        if (msg.sender != address(REGISTRY)) revert IEquityToken.OnlyRegistry(msg.sender);
        if (_labelVersion != 0) revert IEquityToken.AlreadyInitialized();
        _;
    }

    /// @dev The registry has checked the texts.
    function _writeLabels(string calldata name, string calldata symbol, string calldata metadata) internal {
        _labelVersion = 1;
        LabelStore.write(name, symbol, metadata);
    }

    /// @dev Name and symbol stay.
    function _setMetadata(string calldata metadata) internal {
        TextRules.requireBounded(metadata, TextRules.MAX_CONTRACT_URI);
        if (_labelVersion == LabelStore.NONE - 1) revert IEquityToken.MetadataFinal();
        LabelStore.rewrite(_labelVersion++, metadata);
        emit IEquityToken.ContractURIUpdated();
        emit IEquityToken.ContractURISet(metadata);
    }
}
