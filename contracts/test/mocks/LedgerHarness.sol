// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {TokenKind} from "../../src/types/EquityTypes.sol";

/// @notice A registry that answers as it is told, and mints and burns for tests of the ledger alone.
contract LedgerRegistry {
    mapping(address => TokenKind) public kindOf;

    function setKind(address token, TokenKind kind) external {
        kindOf[token] = kind;
    }

    function isEquityToken(address token) external view returns (bool) {
        return kindOf[token] != TokenKind.None;
    }
}

/// @notice A personal token whose shares can be minted and burned from outside.
contract LedgerHarness is PersonalToken {
    constructor(address registry_) PersonalToken(registry_, address(0)) {}

    function mint(address to, uint256 shares) external {
        _mint(to, shares);
    }

    function burn(address from, uint256 shares) external {
        _burn(from, shares);
    }
}
