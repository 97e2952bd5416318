import type { Hex } from "viem";
import { MappingError } from "../errors/mapping-error.ts";
import { FileError } from "../files/file-error.ts";
import type { IpfsStore } from "../files/file-store.ts";
import type { EncodedCall } from "../host/evm/contract-call.ts";
import type { BlockId, Chain } from "../source/chain.ts";
import { MissingAnswer } from "./missing-answer.ts";

/** What a block's handlers ask the chain, each question once. Methods throw {@link MissingAnswer} until the answer is there. */
export interface ChainAnswers {
  /** Return data, or null when the call reverted. */
  call(to: Hex, data: Hex): Hex | null;
  balance(address: Hex): bigint;
  code(address: Hex): Hex;
  /** Content of a file on IPFS, or null when it cannot be had. @throws MappingError unless mappings may read IPFS. */
  file(id: string): Uint8Array | null;
  /** A block of IPFS, likewise. */
  fileBlock(id: string): Uint8Array | null;
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
  file: () => refuse("ipfs.cat"),
  fileBlock: () => refuse("ipfs.getBlock"),
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

/** What graph-node says unless its operator allows it. */
function deprecated(name: string): never {
  throw new MappingError(`\`${name}\` is deprecated. Improved support for IPFS will be added in the future`);
}

function orNull(read: Promise<Uint8Array>): Promise<Uint8Array | null> {
  return read.catch((error: unknown) => {
    if (error instanceof FileError) return null;
    throw error;
  });
}

/**
 * Starts a block's answers, those of the chain about the state after `block`; those of files come from `ipfs`, null where
 * mappings may not read it.
 */
export function createChainAnswers(
  chain: Chain,
  block: BlockId,
  ipfs: IpfsStore | null,
  signal: AbortSignal,
): ChainAnswers {
  const calls = createMemo<Hex | null>();
  const balances = createMemo<bigint>();
  const codes = createMemo<Hex>();
  const files = createMemo<Uint8Array | null>();
  const idOf = (to: Hex, data: Hex) => `${to}${data}`;
  return {
    call: (to, data) => calls.get(idOf(to, data), () => chain.call(to, data, block)),
    balance: (address) => balances.get(address, () => chain.balance(address, block)),
    code: (address) => codes.get(address, () => chain.code(address, block)),
    file(id) {
      if (ipfs === null) return deprecated("ipfs.cat");
      return files.get(id, () => orNull(ipfs.read(id, signal)));
    },
    fileBlock(id) {
      if (ipfs === null) return deprecated("ipfs.getBlock");
      return files.get(`block ${id}`, () => orNull(ipfs.block(id, signal)));
    },
    async warm(wanted) {
      const unique = new Map(wanted.map((call) => [idOf(call.to, call.data), call]));
      const results = await Promise.allSettled(
        [...unique].map(([id, { to, data }]) => calls.load(id, () => chain.call(to, data, block))),
      );
      return results.filter((result) => result.status === "rejected").map((result) => result.reason);
    },
  };
}
