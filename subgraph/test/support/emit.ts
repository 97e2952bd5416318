import type { Session } from "@weft/devnet";
import { type Address, concatHex, type Hex, numberToHex, size } from "viem";

/** An event as a contract writes it down. */
export interface Log {
  readonly topics: readonly Hex[];
  readonly data: Hex;
}

const [PUSH1, PUSH3, PUSH32, CODECOPY, LOG0, STOP] = [0x60, 0x62, 0x7f, 0x39, 0xa0, 0x00];
/** Bytes of one log's code, its topics apart. */
const LOG_SIZE = 18;
const TOPIC_SIZE = 33;

const byte = (value: number) => numberToHex(value, { size: 1 });
const push3 = (value: number) => concatHex([byte(PUSH3), numberToHex(value, { size: 3 })]);

/** Code that writes these events down whenever it is called: events out of no contract, or of one that errs. */
function codeOf(logs: readonly Log[]): Hex {
  const before = logs.reduce((sum, { topics }) => sum + LOG_SIZE + TOPIC_SIZE * topics.length, 1);
  let offset = before;
  const parts = logs.map(({ topics, data }) => {
    const length = push3(size(data));
    const copied = concatHex([length, push3(offset), byte(PUSH1), "0x00", byte(CODECOPY)]);
    offset += size(data);
    const pushed = topics.toReversed().map((topic) => concatHex([byte(PUSH32), topic]));
    return concatHex([copied, ...pushed, length, byte(PUSH1), "0x00", byte(LOG0 + topics.length)]);
  });
  return concatHex([...parts, byte(STOP), ...logs.map(({ data }) => data)]);
}

/** Has the address write events down, in one transaction. */
export async function emit({ client }: Session, address: Address, logs: readonly Log[]): Promise<void> {
  await client.setCode({ address, bytecode: codeOf(logs) });
  const [account] = await client.getAddresses();
  if (account === undefined) throw new Error("The chain has no accounts.");
  await client.sendTransactionSync({ account, to: address, gas: 30_000_000n, throwOnReceiptRevert: true });
}
