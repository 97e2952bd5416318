// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice A holder that refuses the native coin.
contract RefusingReceiver {
    error NoThanks();

    receive() external payable {
        revert NoThanks();
    }
}

/// @notice A holder that makes one call of its own when the native coin arrives, and remembers how that ended.
contract ReenteringReceiver {
    address private _target;
    bytes private _call;
    bool public called;
    bool public succeeded;
    bytes public reason;

    function reenter(address target, bytes calldata call) external {
        _target = target;
        _call = call;
    }

    receive() external payable {
        if (_target == address(0)) return;
        called = true;
        (succeeded, reason) = _target.call(_call);
    }
}

/// @notice A contract without any way to receive or answer.
contract Mute {}

/// @notice Answers every call with whatever it was given, as a hostile hop could.
contract Yes {
    fallback(bytes calldata) external payable returns (bytes memory) {
        return abi.encode(uint256(1_000 ether));
    }
}

/// @notice Answers every call with a megabyte of nothing, as success or as the reason of a failure.
contract Bomb {
    uint256 private constant SIZE = 1 << 20;
    bool private immutable FAILS;

    constructor(bool fails) {
        FAILS = fails;
    }

    fallback() external payable {
        if (FAILS) {
            assembly {
                revert(0, SIZE)
            }
        }
        assembly {
            return(0, SIZE)
        }
    }
}
