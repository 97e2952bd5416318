import { expect, test } from "vitest";
import type { TokenInfo } from "../../../data/ownership.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { actionWords } from "./action-words.ts";

const snapshot = trioSnapshot();
const trio = snapshot.tokens.get(tokens.trio) as TokenInfo;
const terms = { number: 3, way: "in", member: tokens.ada, account: wallets.ada } as const;

test.each([
  [terms, "Ends terms No. 3: Ada Okafor can’t stake ADA under them any more."],
  [{ ...terms, way: "out" }, "Ends terms No. 3: Ada Okafor can’t take ADA back under them any more."],
  [{ ...terms, account: null }, "Ends terms No. 3: nobody can stake ADA under them any more."],
  [undefined, "Ends terms."],
] as const)("a vote that ends terms says whose (%#)", (ended, words) => {
  expect(actionWords(snapshot, trio, { name: "cancel", terms: ended })).toBe(words);
});
