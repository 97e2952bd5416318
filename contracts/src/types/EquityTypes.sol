// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice What a registered token is.
enum TokenKind {
    None,
    Personal,
    Network
}

/// @notice How a holder takes part in a token's income.
enum HolderClass {
    /// An account that claims for itself.
    Wallet,
    /// An equity token: what it holds is its treasury, and it claims only by its own harvest.
    Treasury,
    /// A proven pool: no part in income.
    Excluded
}

/// @notice Where income came from.
enum IncomeKind {
    /// A gain that the person paid in.
    Realized,
    /// Pulled from a token that the treasury holds.
    Harvested,
    /// Given by anybody, or found on the contract and absorbed.
    Donated
}

/// @notice An offer by a network to take in shares of a member token.
/// @param member Token whose shares are taken in.
/// @param account Who may use the terms; zero for anyone.
/// @param rate Network shares minted per member share, 1e18 = one for one.
/// @param cap Most member shares taken in under these terms, in wei of the member token.
/// @param opensAt First second at which the terms can be used, Unix time.
/// @param expiry Last second at which the terms can be used, Unix time.
/// @param lockup Seconds for which newly minted shares don't move.
/// @param maxMemberSupply Stake reverts when the member token's total supply is above this.
/// @param sponsor Who brought the member in; zero for founding terms.
struct Terms {
    address member;
    address account;
    uint256 rate;
    uint256 cap;
    uint64 opensAt;
    uint64 expiry;
    uint32 lockup;
    uint256 maxMemberSupply;
    address sponsor;
}

/// @notice One founder of a network: who stakes what, at which rate.
/// @param member Token whose shares the founder stakes.
/// @param account Founder's account.
/// @param stake Member shares to stake, whole and once, in wei of the member token.
/// @param rate Network shares minted per member share, 1e18 = one for one.
/// @param maxMemberSupply Founding stake reverts when the member token's total supply is above this.
struct Founder {
    address member;
    address account;
    uint256 stake;
    uint256 rate;
    uint256 maxMemberSupply;
}

/// @notice What an account staked of one member token, over the network's life.
/// @param staked Member shares handed in.
/// @param minted Network shares received for them.
/// @param returned Member shares given back.
struct Position {
    uint256 staked;
    uint256 minted;
    uint256 returned;
}

/// @notice One harvest of a settlement: `holder` pulls what it can claim from `source`, `repeats` times.
struct Hop {
    address holder;
    address source;
    uint256 repeats;
}
