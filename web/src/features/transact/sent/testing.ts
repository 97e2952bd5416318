import type { SentTransaction } from "./sent-transaction.ts";

/** An account that sends. */
export const SENDER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

/** A hash made of one repeated byte. */
export function sampleHash(byte: string): `0x${string}` {
  return `0x${byte.repeat(32)}`;
}

/** A transaction on its way; each test changes something. */
export function sampleSent(changed: Partial<SentTransaction> = {}): SentTransaction {
  return {
    id: sampleHash("ab"),
    kind: "transaction",
    account: SENDER,
    form: "stake:0xaa",
    path: "/network/0xaa",
    title: "Stake 5 ADA into Trio",
    more: false,
    sentAt: 1_000,
    phase: "pending",
    ...changed,
  };
}
