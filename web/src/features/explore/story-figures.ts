import { buildGraph, flowOf } from "@weft/ownership";
import { parseUnits } from "viem";

/** Who the story is about, in the order of the picture. */
export const STORY_PEOPLE = ["ada", "ben", "cleo"] as const;
/** One of them. */
export type StoryPerson = (typeof STORY_PEOPLE)[number];

/** Shares that each of them issued. */
const ISSUED = parseUnits("1000000", 18);
/** Shares that each hands to the network: a fifth. */
const STAKED = parseUnits("200000", 18);
/** Shares in the network that each receives. */
const RECEIVED = parseUnits("100000", 18);
/** What Ada brings in. */
const GAIN = parseUnits("90", 18);

/** The story's figures, in wei of the currency. */
export interface StoryFigures {
  readonly gain: bigint;
  /** What Ada's own shares earn at once. */
  readonly direct: bigint;
  /** What the network's shares in Ada earn at once. */
  readonly toNetwork: bigint;
  /** What rests with each in the end, all turns around the circle counted. */
  readonly inTheEnd: Readonly<Record<StoryPerson, bigint>>;
}

/**
 * Works the example out with the same solver as every page: three people, one network, a gain of 90.
 *
 * Ada's and Ben's network shares go to their wallets, Cleo's to her own token's treasury, which closes a circle.
 */
export function storyFigures(): StoryFigures {
  const token = (id: string, supply: bigint) => ({
    id,
    totalSupply: supply,
    eligibleSupply: supply,
    incomePerShare: 0n,
  });
  const holding = (of: string, holder: string, balance: bigint) => ({
    token: of,
    holder,
    balance,
    debt: 0n,
    excluded: false,
  });
  const graph = buildGraph({
    tokens: [...STORY_PEOPLE.map((person) => token(`token of ${person}`, ISSUED)), token("trio", 3n * RECEIVED)],
    holdings: [
      ...STORY_PEOPLE.flatMap((person) => [
        holding(`token of ${person}`, person, ISSUED - STAKED),
        holding(`token of ${person}`, "trio", STAKED),
      ]),
      holding("trio", "ada", RECEIVED),
      holding("trio", "ben", RECEIVED),
      holding("trio", "token of cleo", RECEIVED),
    ],
  });
  const { received } = flowOf(graph, new Map([["token of ada", GAIN]]));
  const toNetwork = (GAIN * STAKED) / ISSUED;
  return {
    gain: GAIN,
    direct: GAIN - toNetwork,
    toNetwork,
    inTheEnd: {
      ada: received.get("ada") ?? 0n,
      ben: received.get("ben") ?? 0n,
      cleo: received.get("cleo") ?? 0n,
    },
  };
}
