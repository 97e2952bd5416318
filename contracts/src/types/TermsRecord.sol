// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Terms, TermsKind} from "./EquityTypes.sol";

/// @notice Terms as a network stores them, in four words. Supplies are below 2⁹⁶, and so are caps.
struct TermsRecord {
    address member;
    uint96 cap;
    address account;
    uint96 used;
    uint128 rate;
    uint40 opensAt;
    uint40 expiry;
    uint32 lockup;
    TermsKind kind;
    address sponsor;
    uint96 maxMemberSupply;
}

using {toTerms} for TermsRecord global;

/// @notice The terms as everybody sees them.
function toTerms(TermsRecord memory self) pure returns (Terms memory) {
    return Terms({
        member: self.member,
        account: self.account,
        rate: self.rate,
        cap: self.cap,
        opensAt: self.opensAt,
        expiry: self.expiry,
        lockup: self.lockup,
        maxMemberSupply: self.maxMemberSupply,
        sponsor: self.sponsor
    });
}
