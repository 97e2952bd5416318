import * as v from "valibot";
import type { Hash } from "viem";

/** Longest texts that are kept; what a form hands in is cut to this. */
const MOST_TITLE = 200;
const MOST_DONE = 400;
/** A path with its search parameters. */
const MOST_PATH = 1_000;
/** Call data is hexadecimal: this is 16 KiB of it, far beyond any call of the contracts. */
const MOST_DATA = 32_770;
/** EIP-5792: ids of bundles have at most 4,096 bytes. */
const MOST_ID = 8_194;

const hexSchema = v.pipe(v.string(), v.regex(/^0x[0-9a-f]*$/i));
const hashSchema = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{64}$/i));
const addressSchema = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{40}$/));
const textSchema = (most: number) => v.pipe(v.string(), v.maxLength(most));
const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Why nothing came of a transaction that was sent. */
export type SentFailure = v.InferOutput<typeof failureSchema>;

const failureSchema = v.picklist(["reverted", "cancelled", "replaced", "dropped", "not-included"]);

/** One transaction, or one bundle of calls (EIP-5792), that a wallet sent from here. Kept in storage: read it with `readSent`. */
export const sentSchema = v.object({
  /** A transaction's hash, or a bundle's id. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_ID)),
  kind: v.picklist(["transaction", "calls"]),
  /** Who sent it, in lower case. */
  account: addressSchema,
  /** Which form it was sent from: `stake:0x…`. */
  form: textSchema(MOST_TITLE),
  /** Where that form is, to go back to. */
  path: v.pipe(textSchema(MOST_PATH), v.regex(/^\/(?!\/)/)),
  /** What it does: “Stake 100,000 DEV into Night School”. */
  title: textSchema(MOST_TITLE),
  /** Which part of that, when there are several: “1 of 2: allow exactly 100,000 DEV”. */
  step: v.optional(textSchema(MOST_TITLE)),
  /** Whether more has to be signed after it. */
  more: v.boolean(),
  /** What to say when it is done. */
  done: v.optional(textSchema(MOST_DONE)),
  /** Unix time in milliseconds. */
  sentAt: countSchema,
  /** Place in the account's sequence: how a transaction that took its place is found. Unknown until the chain was asked. */
  nonce: v.optional(countSchema),
  to: v.optional(v.nullable(addressSchema)),
  /** In wei, as decimal digits. */
  value: v.optional(v.pipe(v.string(), v.regex(/^\d{1,78}$/))),
  input: v.optional(v.pipe(hexSchema, v.maxLength(MOST_DATA))),
  /** How far it is: sent, in a block, in a block that the index has read, or ended without effect. */
  phase: v.picklist(["pending", "confirmed", "indexed", "failed"]),
  /** The hash that is in a block: another one than it was sent with when it was sped up. */
  hash: v.optional(hashSchema),
  block: v.optional(countSchema),
  failure: v.optional(failureSchema),
});

/** What is kept of a transaction. */
export type SentTransaction = v.InferOutput<typeof sentSchema>;

/** What is known of it only while it is watched. */
export interface SentLive {
  /** The chain does not answer now. */
  readonly unreachable?: boolean;
  /** Newest block that the index has read; undefined when it does not answer. */
  readonly indexBlock?: number | undefined;
  /** How long the index has taken since the block: as usual, longer, or so long that something has to be done. */
  readonly index?: "usual" | "late" | "stuck";
}

/** A transaction that was sent, with what is known of it now. */
export interface Sent extends SentTransaction {
  readonly live: SentLive;
}

/** Whether something is still expected of it. */
export function isUnderWay({ phase }: SentTransaction): boolean {
  return phase === "pending" || phase === "confirmed";
}

/** The hash to look it up by; undefined for a bundle whose transaction is not known yet. */
export function hashOf({ hash, id, kind }: SentTransaction): Hash | undefined {
  return (hash ?? (kind === "transaction" ? id : undefined)) as Hash | undefined;
}

/** Cuts what forms hand in to what is kept. */
export function bounded<Texts extends Pick<SentTransaction, "form" | "path" | "title" | "step" | "done">>(
  texts: Texts,
): Texts {
  const { form, path, title, step, done } = texts;
  return {
    ...texts,
    form: form.slice(0, MOST_TITLE),
    path: path.length > MOST_PATH ? path.slice(0, path.search(/[?#]|$/)).slice(0, MOST_PATH) : path,
    title: title.slice(0, MOST_TITLE),
    ...(step === undefined ? {} : { step: step.slice(0, MOST_TITLE) }),
    ...(done === undefined ? {} : { done: done.slice(0, MOST_DONE) }),
  };
}
