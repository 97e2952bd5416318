// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Stream} from "./EquityTypes.sol";

/// @notice A stream as a token stores it, in one word.
struct StreamRecord {
    uint112 left;
    uint40 lastAccrual;
    uint40 end;
}

using {toStream} for StreamRecord global;

/// @notice The stream as everybody sees it.
function toStream(StreamRecord memory self) pure returns (Stream memory) {
    return Stream({left: self.left, lastAccrual: self.lastAccrual, end: self.end});
}
