import type { Hex } from "viem";
import { MappingError } from "../errors/mapping-error.ts";
import type { EncodedCall } from "../host/evm/contract-call.ts";
import type { BlockId, Chain } from "../source/chain.ts";
import { MissingAnswer } from "./missing-answer.ts";

/** What a block's handlers ask the chain, each question once. Methods throw {@link MissingAnswer} until the answer is there. */
export interface ChainAnswers {
  /** Return data, or null when the call reverted. */
  call(to: Hex, data: Hex): Hex | null;
  balance(address: Hex): bigint;
  code(address: Hex): Hex;
  /** Makes calls at once, so that handlers find their answers; calls that fail are made again by the handler that needs them. */
  warm(calls: readonly EncodedCall[]): Promise<readonly unknown[]>;
}

function refuse(name: string): never {
  throw new MappingError(`\`${name}\` is not available to handlers of file data sources`);
}

/** For handlers of files, which belong to no block: every question fails. */
export const noAnswers: ChainAnswers = {
  call: () => refuse("ethereum.call"),
  balance: () => refuse("ethereum.getBalance"),
  code: () => refuse("ethereum.hasCode"),
  warm: async () => [],
};

/** Answers of type `T` by question. */
interface Memo<T> {
  /** @throws MissingAnswer */
  get(question: string, ask: () => Promise<T>): T;
  load(question: string, ask: () => Promise<T>): Promise<void>;
}

function createMemo<T>(): Memo<T> {
  const answers = new Map<string, { readonly value: T }>();
  async function load(question: string, ask: () => Promise<T>): Promise<void> {
    if (!answers.has(question)) answers.set(question, { value: await ask() });
  }
  return {
    load,
    get(question, ask) {
      const answer = answers.get(question);
      if (answer !== undefined) return answer.value;
      throw new MissingAnswer(() => load(question, ask));
    },
  };
}

/** Starts a block's answers, all of them about the state after `block`. */
export function createChainAnswers(chain: Chain, block: BlockId): ChainAnswers {
  const calls = createMemo<Hex | null>();
  const balances = createMemo<bigint>();
  const codes = createMemo<Hex>();
  const idOf = (to: Hex, data: Hex) => `${to}${data}`;
  return {
    call: (to, data) => calls.get(idOf(to, data), () => chain.call(to, data, block)),
    balance: (address) => balances.get(address, () => chain.balance(address, block)),
    code: (address) => codes.get(address, () => chain.code(address, block)),
    async warm(wanted) {
      const unique = new Map(wanted.map((call) => [idOf(call.to, call.data), call]));
      const results = await Promise.allSettled(
        [...unique].map(([id, { to, data }]) => calls.load(id, () => chain.call(to, data, block))),
      );
      return results.filter((result) => result.status === "rejected").map((result) => result.reason);
    },
  };
}
