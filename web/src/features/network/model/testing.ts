import type { ExitTerms, NetworkRecord, OfferedTerms } from "../../../data/network.ts";
import type { Position } from "../../../data/network-positions.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, wallets } from "../../../data/testing/trio.ts";

/** Ada's founding terms in the trio, used. */
export const sampleFounding: OfferedTerms = {
  number: 0,
  status: "used-up",
  member: tokens.ada,
  account: wallets.ada,
  rate: ONE / 2n,
  cap: 200_000n * ONE,
  used: 200_000n * ONE,
  opensAt: 0,
  expiry: 200,
  lockup: 0,
  maxMemberSupply: 1_000_000n * ONE,
  sponsor: null,
  cancelledBy: null,
  founding: true,
};

/** Entry terms for Ada that Ben proposed, half used; open from second 100 to 200. */
export const sampleEntry: OfferedTerms = {
  ...sampleFounding,
  number: 3,
  status: "open",
  used: 100_000n * ONE,
  opensAt: 100,
  sponsor: wallets.ben,
  founding: false,
};

/** Exit terms for Ada that she proposed; open from second 100 to 200. */
export const sampleExit: ExitTerms = {
  number: 4,
  status: "open",
  member: tokens.ada,
  account: wallets.ada,
  rate: ONE / 2n,
  cap: 150_000n * ONE,
  used: 50_000n * ONE,
  opensAt: 100,
  expiry: 200,
  sponsor: wallets.ada,
  cancelledBy: null,
};

/** What Ada has in the trio after she founded it. */
export const samplePosition: Position = {
  member: tokens.ada,
  account: wallets.ada,
  staked: 200_000n * ONE,
  minted: 100_000n * ONE,
};

/** The trio, founded by second 200. */
export const sampleRecord: NetworkRecord = {
  block: 1,
  creator: wallets.ada,
  founded: true,
  foundingEnds: 200,
  founderCount: 3,
  proposalCount: 0,
  terms: [sampleFounding, sampleEntry],
  exits: [sampleExit],
  members: [],
};
