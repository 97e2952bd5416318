// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PositionRecord} from "../types/PositionRecord.sol";
import {TermsRecord} from "../types/TermsRecord.sol";
import {EquityStorage} from "./EquityStorage.sol";

/// @title What a network stores beside what every equity token does
/// @dev Shared by the two contracts whose code a network runs: {NetworkToken} and {NetworkAdmission}.
abstract contract NetworkStorage is EquityStorage {
    struct LockRecord {
        uint96 amount;
        uint40 until;
    }

    /// @dev These three share a word with what all treasuries hold.
    uint96 internal _networksHeld;
    uint40 internal _foundingEnds;
    uint8 internal _foundersLeft;

    mapping(address account => LockRecord) internal _locks;
    /// @dev Who chose to vote with nobody is not made to vote again.
    mapping(address account => bool) internal _optedOut;

    address internal _governor;
    uint64 internal _termsCount;
    /// @dev Terms have a member; where there is none there are no terms.
    mapping(uint256 termsId => TermsRecord) internal _terms;
    mapping(address member => mapping(address account => PositionRecord)) internal _positions;
    /// @dev Who got a founder's shares, where that was not the founder.
    mapping(uint256 termsId => address) internal _receivers;
}
