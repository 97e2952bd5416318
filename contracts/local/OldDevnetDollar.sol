// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title A currency for local chains, worth nothing, that behaves as the oldest large dollar does
/// @notice Its calls return nothing, it knows no permissions, and what is allowed can't be changed but to zero and from
/// zero.
contract OldDevnetDollar {
    string public constant name = "Old Devnet Dollar";
    string public constant symbol = "oUSD";
    uint8 public constant decimals = 6;
    uint256 public immutable totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 amount);
    event Approval(address indexed owner, address indexed spender, uint256 amount);

    /// @param holders Who has it from the start.
    /// @param each What each of them has, in its smallest unit.
    constructor(address[] memory holders, uint256 each) {
        totalSupply = holders.length * each;
        for (uint256 i = 0; i < holders.length; i++) {
            balanceOf[holders[i]] = each;
            emit Transfer(address(0), holders[i], each);
        }
    }

    function approve(address spender, uint256 amount) external {
        require(amount == 0 || allowance[msg.sender][spender] == 0);
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
    }
}
