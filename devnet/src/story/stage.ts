import type { Address } from "viem";
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
}

/** An empty stage: everybody has a wallet, nobody a token. Its lookups throw a StoryError for what is not there. */
export function createStage(story: Story): Stage {
  const tokens = new Map<string, Address>();
  return {
    wallet(person) {
      const member = story.people[person];
      if (member === undefined) throw new StoryError(`Nobody in the story is called "${person}".`);
      return devAccount(member.account);
    },
    token(key) {
      const address = tokens.get(key);
      if (address === undefined) throw new StoryError(`"${key}" has no token at this point of the story.`);
      return address;
    },
    setToken(key, address) {
      tokens.set(key, address);
    },
  };
}
