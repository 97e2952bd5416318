// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// Emits events of every parameter kind; made by {Factory} so that its first events share a block with its creation.
contract Child {
    struct Point {
        int64 x;
        uint8[2] pair;
    }

    event Ping(uint256 indexed n, string text);
    event Shapes(
        address indexed who,
        string indexed name,
        bytes4 tag,
        bytes data,
        int256 signed,
        bool flag,
        uint8 small,
        uint256[] list,
        Point point
    );

    string public name;

    constructor(string memory name_) {
        name = name_;
        emit Ping(0, "constructor");
    }

    function ping(uint256 n, string calldata text) external {
        emit Ping(n, text);
    }

    function shapes(string calldata label, int256 signed, uint256[] calldata list) external {
        emit Shapes(msg.sender, label, 0x01020304, hex"c0ffee", signed, true, 200, list, Point(-7, [1, 2]));
    }
}

/// Makes children, answers calls, and emits what its caller asks for.
contract Factory {
    event Created(address indexed child, string name);
    event Command(uint256 indexed kind, uint256 indexed a, uint256 indexed b, string text);

    error TooLarge(uint256 n);

    uint256 public count;
    uint256 public last;

    function create(string calldata name) external returns (address child) {
        count++;
        Child made = new Child(name);
        made.ping(1, "before");
        child = address(made);
        emit Created(child, name);
        made.ping(2, "after");
    }

    function command(uint256 kind, uint256 a, uint256 b, string calldata text) external {
        emit Command(kind, a, b, text);
    }

    /// Reverts from 100 on.
    function increment(uint256 n) external pure returns (uint256) {
        if (n >= 100) revert TooLarge(n);
        return n + 1;
    }

    /// Like {increment}, but a transaction may be for it alone.
    function bump(uint256 n) external returns (uint256) {
        if (n >= 100) revert TooLarge(n);
        last = n;
        return n + 1;
    }

    function describe(uint256) external pure returns (string memory) {
        return "uint256 -> string";
    }

    function describe(bytes32) external pure returns (uint256) {
        return 256;
    }

    function describe(string calldata) external pure returns (string memory) {
        return "string -> string";
    }

    function point() external pure returns (Child.Point memory, uint256[] memory list) {
        list = new uint256[](2);
        list[0] = 5;
        return (Child.Point(-3, [uint8(8), 9]), list);
    }
}

/// Calls others on behalf of its caller.
contract Relay {
    /// Fails when the call does.
    function relay(address target, bytes calldata data) external {
        (bool ok,) = target.call(data);
        require(ok, "the call failed");
    }

    /// Succeeds even when the call fails.
    function attempt(address target, bytes calldata data) external {
        (bool ok,) = target.call(data);
        ok;
    }

    /// Calls twice and fails then.
    function undo(address target, bytes calldata data) external {
        (bool ok,) = target.call(data);
        require(ok && data.length == 0, "undone");
    }
}
