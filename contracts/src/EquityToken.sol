// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC20/ERC20Upgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {IncomeLedger} from "./base/IncomeLedger.sol";
import {Labels} from "./base/Labels.sol";
import {LabelStore} from "./libraries/LabelStore.sol";

/// @title Shares that pay dividends and can themselves hold equity tokens
/// @dev {ShareLedger} has the shares, {IncomeLedger} the money, {Labels} the texts.
abstract contract EquityToken is IncomeLedger, Labels, ERC165 {
    constructor(address registry_, address currency_) IncomeLedger(registry_, currency_) {
        // So that an implementation, which is no token itself, can't be made one.
        _labelVersion = LabelStore.NONE;
    }

    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc IEquityToken
    function registry() public view returns (address) {
        return address(REGISTRY);
    }

    /// @inheritdoc IEquityToken
    function contractURI() external view returns (string memory) {
        return LabelStore.metadataOf(_labelVersion);
    }

    /// @inheritdoc IERC20Metadata
    function name() public view override(ERC20Upgradeable, IERC20Metadata) returns (string memory) {
        return LabelStore.nameOf(_labelVersion);
    }

    /// @inheritdoc IERC20Metadata
    function symbol() public view override(ERC20Upgradeable, IERC20Metadata) returns (string memory) {
        return LabelStore.symbolOf(_labelVersion);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual override(ERC165, IERC165) returns (bool) {
        return interfaceId == type(IEquityToken).interfaceId || interfaceId == type(IERC20).interfaceId
            || interfaceId == type(IERC20Metadata).interfaceId || interfaceId == type(IERC20Permit).interfaceId
            || interfaceId == type(IERC5267).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @dev The signing domain's name is the token's, so it need not be stored twice.
    function _EIP712Name() internal view virtual override returns (string memory) {
        return name();
    }

    function _EIP712Version() internal view virtual override returns (string memory) {
        return "1";
    }
}
