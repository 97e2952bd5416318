// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// The plainest ERC-20, in which everybody may owe.
contract Token {
    event Transfer(address indexed from, address indexed to, uint256 value);

    mapping(address => uint256) public balanceOf;

    constructor(uint256 supply) {
        balanceOf[msg.sender] = supply;
        emit Transfer(address(0), msg.sender, supply);
    }

    /// Sends one unit each to the accounts that follow `first`.
    function transferMany(address first, uint256 count) external {
        for (uint160 i = 0; i < count; i++) {
            transfer(address(uint160(first) + i), 1);
        }
    }

    function transfer(address to, uint256 value) public returns (bool) {
        // Nobody is funded first: what is measured is indexing.
        unchecked {
            balanceOf[msg.sender] -= value;
            balanceOf[to] += value;
        }
        emit Transfer(msg.sender, to, value);
        return true;
    }
}
