import type { Address } from "viem";
import type { Proposal } from "../actions/propose-terms.ts";
import { devAccount } from "../chain/dev-accounts.ts";
import { StoryError } from "../errors.ts";
import type { Story } from "./story-types.ts";

/** Where everybody and everything of a story is on the chain. */
export interface Stage {
  /** Wallet of somebody. */
  wallet(person: string): Address;
  /** Address of a person's or a network's token, once it exists. */
  token(key: string): Address;
  /** Remembers a new token. */
  setToken(key: string, address: Address): void;
  /** Governor of a network, once it exists. */
  governor(network: string): Address;
  setGovernor(network: string, address: Address): void;
  /** What was proposed under that key. */
  proposal(key: string): Proposal;
  setProposal(key: string, proposal: Proposal): void;
  /** Number of the terms that came of the proposal. */
  terms(proposal: string): bigint;
  setTerms(proposal: string, termsId: bigint): void;
}

/** An empty stage: everybody has a wallet, nobody a token. Its lookups throw a StoryError for what is not there. */
export function createStage(story: Story): Stage {
  const tokens = createMemory<Address>("has no token");
  const governors = createMemory<Address>("has no governor");
  const proposals = createMemory<Proposal>("was not proposed");
  const terms = createMemory<bigint>("was not executed");
  return {
    wallet(person) {
      const member = story.people[person];
      if (member === undefined) throw new StoryError(`Nobody in the story is called "${person}".`);
      return devAccount(member.account);
    },
    token: tokens.get,
    setToken: tokens.set,
    governor: governors.get,
    setGovernor: governors.set,
    proposal: proposals.get,
    setProposal: proposals.set,
    terms: terms.get,
    setTerms: terms.set,
  };
}

/** Things by key; `lack` says what is wrong with a key that has none yet. */
function createMemory<Value>(lack: string): { get(key: string): Value; set(key: string, value: Value): void } {
  const values = new Map<string, Value>();
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) throw new StoryError(`"${key}" ${lack} at this point of the story.`);
      return value;
    },
    set: (key, value) => void values.set(key, value),
  };
}
