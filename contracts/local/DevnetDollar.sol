// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title A currency for local chains, worth nothing: six decimals and permissions (EIP-2612), as most dollars have
contract DevnetDollar is ERC20, ERC20Permit {
    /// @param holders Who has it from the start.
    /// @param each What each of them has, in its smallest unit.
    constructor(address[] memory holders, uint256 each) ERC20("Devnet Dollar", "dUSD") ERC20Permit("Devnet Dollar") {
        for (uint256 i = 0; i < holders.length; i++) {
            _mint(holders[i], each);
        }
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
