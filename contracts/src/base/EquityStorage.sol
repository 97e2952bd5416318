// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEquityRegistry} from "../interfaces/IEquityRegistry.sol";
import {Holder} from "../types/Holder.sol";

/// @title What every equity token stores, packed by what is touched together
/// @dev OpenZeppelin's upgradeable contracts keep their state in namespaces (ERC-7201), so these words are the first
/// ones wherever this contract is inherited: also in code that runs by delegatecall for a token.
abstract contract EquityStorage {
    IEquityRegistry internal immutable REGISTRY;

    mapping(address account => Holder) internal _holders;

    /// @dev The word that every transfer, claim and income reads. The flags save a transfer further words.
    uint192 internal _incomePerShare;
    /// @dev Whether a receiver needs the person's approval.
    bool internal _closed;
    /// @dev Whether a stream has something left.
    bool internal _streaming;
    /// @dev Whether a pool was excluded.
    bool internal _hasExcluded;
    /// @dev Whether shares were ever locked.
    bool internal _hasLocks;
    /// @dev When shares were last burned under exit terms; 32 bits last until 2106.
    uint32 internal _lastExit;

    /// @dev The word that income and claims write: what the token holds for its holders, claimable or streaming.
    uint112 internal _accounted;
    uint96 internal _supply;
    uint32 internal _realizationCount;
    /// @dev Which of its texts are valid: see LabelStore.
    uint16 internal _labelVersion;

    uint96 internal _excludedSupply;

    /// @dev Last, so that what the kinds of token store first shares its word.
    uint96 internal _treasuryHeld;

    /// @dev The excluded account that shares left last in this transaction; zero if none did.
    address internal transient _poolLeft;

    /// @param registry_ The only one who can initialise clones, and who tells which addresses are equity tokens.
    constructor(address registry_) {
        REGISTRY = IEquityRegistry(registry_);
    }
}
