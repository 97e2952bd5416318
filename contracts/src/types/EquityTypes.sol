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

/// @notice What terms are for.
enum TermsKind {
    /// A founder's stake, whole and once; the way back too, if the founding fails.
    Founding,
    /// Member shares in, new network shares out.
    Entry,
    /// Network shares in and burned, the account's own member shares out.
    Exit
}

/// @notice Where a network's founding stands.
enum FoundingStatus {
    /// Founders can still stake.
    Open,
    /// Every founder has staked.
    Complete,
    /// The time is over, and a founder has not staked.
    Failed
}

/// @notice An offer by a network to take in shares of a member token, or to give them back.
/// @param member Token whose shares are taken in or given back.
/// @param account Who may use the terms; zero for anyone, which only entry terms can be for.
/// @param rate Network shares per member share, 1e18 = one for one: minted on entry, burned at least on exit.
/// @param cap Most member shares that move under these terms, in wei of the member token.
/// @param opensAt First second at which the terms can be used, Unix time.
/// @param expiry Last second at which the terms can be used, Unix time.
/// @param lockup Seconds for which newly minted shares don't move; 0 on exit.
/// @param maxMemberSupply Stake reverts when the member token's total supply is above this; of no effect on exit.
/// @param sponsor Who proposed the terms, and so brought the member in; zero for founding terms.
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

/// @notice How a network's members vote; bounds are the governor's.
/// @param votingDelay Seconds from a proposal to its vote.
/// @param votingPeriod Seconds for which a vote is open.
/// @param proposalThreshold Votes that a proposer needs, in wei of network shares.
/// @param quorumPercent Votes for or abstaining that a proposal needs, in percent of the supply that can vote.
struct GovernanceSettings {
    uint48 votingDelay;
    uint32 votingPeriod;
    uint256 proposalThreshold;
    uint256 quorumPercent;
}

/// @notice What a network is made from.
/// @param founders Who stakes what; becomes terms numbered in this order.
/// @param foundingEnds Last second at which founders can stake, Unix time.
struct NetworkSetup {
    string name;
    string symbol;
    string contractURI;
    Founder[] founders;
    uint64 foundingEnds;
}

/// @notice A realized gain that is paid in and still accrues, evenly over time.
/// @param left Currency that has not accrued yet, in wei.
/// @param lastAccrual When it last accrued, Unix time.
/// @param end When all of it will have accrued, Unix time.
struct Stream {
    uint256 left;
    uint256 lastAccrual;
    uint256 end;
}

/// @notice What was staked of one member token for network shares that went to one account, over the network's life.
/// @param staked Member shares handed in.
/// @param minted Network shares received for them.
/// @param returned Member shares given back.
/// @param burned Network shares burned for them.
struct Position {
    uint256 staked;
    uint256 minted;
    uint256 returned;
    uint256 burned;
}

/// @notice One harvest of a settlement: `holder` pulls what it can claim from `source`, `repeats` times.
struct Hop {
    address holder;
    address source;
    uint256 repeats;
}
