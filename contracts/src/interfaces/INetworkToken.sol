// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkAdmission} from "./INetworkAdmission.sol";
import {INetworkShares} from "./INetworkShares.sol";

/// @title Equity in a collective, which holds equity in its members
/// @notice All that a network can do, for those who call it.
interface INetworkToken is INetworkShares, INetworkAdmission {}
