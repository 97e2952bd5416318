import { approveHolder, devAccount, launch, refusalOf, type Session } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { type Kind, PLAYS } from "./random-actions.ts";
import { type Choices, NothingToDoError, type RandomState } from "./random-state.ts";

/** People of the random world. */
const PEOPLE = 7;

/** Wallets that take tokens over. */
const SUCCESSORS = 4;

/** One random action. */
export interface RandomAction extends Choices {
  readonly kind: Kind;
}

/** A world in which random actions are played. */
export interface RandomWorld {
  /** Plays an action; tells whether the contracts let it pass. Anything but their refusal is thrown. */
  play(action: RandomAction): Promise<boolean>;
  /** Keeps the chain and what is known of it; the function that is returned goes back there. */
  save(): Promise<() => Promise<void>>;
}

/** Launches everybody's token; the last one is closed, and lets two holders in. */
export async function createRandomWorld(session: Session): Promise<RandomWorld> {
  const people = Array.from({ length: PEOPLE }, (_, index) => devAccount(index));
  const successors = Array.from({ length: SUCCESSORS }, (_, index) => devAccount(PEOPLE + index));
  const state: RandomState = { session, people, successors, tokens: [], openTerms: [], usedTerms: [], pools: [] };
  // A second a block, however long that takes here: one seed is one history.
  await session.client.setBlockTimestampInterval({ interval: 1 });
  for (const [index, from] of people.entries()) {
    const shares = parseEther("1000") + BigInt(index) * 7n;
    const [name, symbol, open] = [`Person ${index}`, `P${index}`, index < PEOPLE - 1];
    state.tokens.push(await launch(session, { from, name, symbol, shares, open }));
  }
  const closed = { from: people[PEOPLE - 1] as Address, token: state.tokens[PEOPLE - 1] as Address };
  for (const holder of people.slice(0, 2)) await approveHolder(session, { ...closed, holder });

  return {
    play: async ({ kind, ...choices }) => {
      try {
        await PLAYS[kind](state, choices);
        return true;
      } catch (error) {
        if (error instanceof NothingToDoError || refusalOf(error) !== undefined) return false;
        throw error;
      }
    },
    save: async () => {
      const id = await session.client.snapshot();
      const { session: _, ...lists } = state;
      const saved = structuredClone(lists) as Record<string, unknown[]>;
      return async () => {
        await session.client.revert({ id });
        for (const [name, list] of Object.entries(lists)) list.splice(0, list.length, ...(saved[name] as never[]));
      };
    },
  };
}
