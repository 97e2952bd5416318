import type { Hex } from "viem";
import type { BlockId, Chain } from "../source/chain.ts";
import { MissingAnswer } from "./missing-answer.ts";

/** What a block's handlers ask the chain, each question once. Methods throw {@link MissingAnswer} until the answer is there. */
export interface ChainAnswers {
  /** Return data, or null when the call reverted. */
  call(to: Hex, data: Hex): Hex | null;
  balance(address: Hex): bigint;
  code(address: Hex): Hex;
}

/** Remembers answers of type `T` by question. */
function createMemo<T>() {
  const answers = new Map<string, { readonly value: T }>();
  return (question: string, ask: () => Promise<T>): T => {
    const answer = answers.get(question);
    if (answer !== undefined) return answer.value;
    throw new MissingAnswer(async () => {
      answers.set(question, { value: await ask() });
    });
  };
}

/** Starts a block's answers, all of them about the state after `block`. */
export function createChainAnswers(chain: Chain, block: BlockId): ChainAnswers {
  const calls = createMemo<Hex | null>();
  const balances = createMemo<bigint>();
  const codes = createMemo<Hex>();
  return {
    call: (to, data) => calls(`${to}${data}`, () => chain.call(to, data, block)),
    balance: (address) => balances(address, () => chain.balance(address, block)),
    code: (address) => codes(address, () => chain.code(address, block)),
  };
}
