import type { PersonRecord } from "../../../../data/person.ts";
import type { PersonSettings } from "../../../../data/person-settings.ts";
import { ONE } from "../../../../data/testing/sample-snapshot.ts";
import { tokens, wallets } from "../../../../data/testing/trio.ts";

/** Cleo's token in the trio: closed, nobody approved, nothing on its way. */
export const sampleRecord: PersonRecord = {
  block: 100,
  transfersOpen: false,
  stream: {
    incomePerShare: 0n,
    eligibleSupply: 1_000_000n * ONE,
    streamLeft: 0n,
    streamEnd: 0n,
    lastAccrual: 0n,
  },
  pendingPerson: undefined,
  handOvers: [],
  approved: [],
  deposits: [],
  links: [],
  gains: [],
  networks: [],
};

/** Cleo's settings: she casts the votes of her treasury herself. */
export const sampleSettings: PersonSettings = {
  metadata: { description: "Ships.", image: "", links: [] },
  metadataUnread: false,
  votes: [{ network: tokens.trio, delegate: wallets.cleo }],
  offers: [],
  exits: [],
  positions: [],
};
