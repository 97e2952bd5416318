// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice Fails every call with so many zeros as the reason.
contract Failing {
    uint256 private immutable LENGTH;

    constructor(uint256 length) {
        LENGTH = length;
    }

    fallback() external payable {
        uint256 length = LENGTH;
        assembly ("memory-safe") {
            revert(mload(0x40), length)
        }
    }
}

/// @notice Takes all gas that it is given.
contract GasBurner {
    fallback() external payable {
        while (true) {}
    }
}

/// @notice Makes a call of its own when it is called, and says that all went well.
contract ReenteringHolder {
    address private _target;
    bytes private _call;
    bool public succeeded;

    function reenter(address target, bytes calldata call) external {
        (_target, _call) = (target, call);
    }

    fallback(bytes calldata) external payable returns (bytes memory) {
        (succeeded,) = _target.call(_call);
        return abi.encode(uint256(1_000 ether));
    }
}
