import type { Hash } from "viem";
import type { SentChange } from "./sent-log.ts";
import { isUnderWay, type SentFailure, type SentTransaction } from "./sent-transaction.ts";

/** Where a transaction ended: in a block with effect, or without. */
export type Settled =
  | { readonly failure?: undefined; readonly hash: Hash; readonly block: number }
  | { readonly failure: SentFailure; readonly hash?: Hash; readonly block?: number };

/** How a transaction stands that is in no block yet. */
export type Standing =
  | {
      readonly name: "waiting";
      readonly nonce?: number;
      readonly to?: string | null;
      readonly value?: bigint;
      readonly input?: string;
    }
  /** The account's sequence has gone on without it. */
  | { readonly name: "overtaken" }
  /** The chain does not know it. */
  | { readonly name: "unknown" };

/** What following needs of the world; the real ones are in `follow-ports.ts`. */
export interface FollowPorts {
  /** Waits a few seconds for a block; undefined if none has it by then. Throws when the chain can't be reached. */
  readonly settled: (sent: SentTransaction) => Promise<Settled | undefined>;
  /** Throws when the chain can't be reached. */
  readonly standing: (sent: SentTransaction) => Promise<Standing>;
  /** Newest block that the index has read. Throws when it can't be reached. */
  readonly indexedBlock: () => Promise<number>;
  /** What was read from the chain is old since this block. */
  readonly confirmed: (block: number) => void;
  /** What was read from the index is old now. */
  readonly indexed: (block: number) => void;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** How often the index is asked whether it has read the block, at first and once it takes longer. */
const INDEX_POLL_MS = 400;
const SLOW_POLL_MS = 3_000;
/** After this many questions (six seconds) it is said that it takes longer than usual. */
const LATE_AFTER_POLLS = 15;
/** After this many (about a minute) what to do is said; the questions go on, slowly. */
const STUCK_AFTER_POLLS = 33;
/** Then for a day at most: a page that is open longer reads everything anew anyway. */
const MAX_INDEX_POLLS = 28_800;
/** Pause before a chain that does not answer is asked again. */
const RETRY_MS = 1_000;
/** So many times in a row, a few seconds apart, must a transaction be unknown until it is given up: nodes learn of it one by one. */
const MOST_UNKNOWN = 6;
/** So many times in a row must it be overtaken: a node may know the new count before it has the receipt. */
const MOST_OVERTAKEN = 3;

/** Follows a transaction until the index shows it or nothing can come of it any more, telling every change. Never throws. */
export async function followSent(
  sent: SentTransaction,
  ports: FollowPorts,
  tell: (change: SentChange) => void,
): Promise<void> {
  if (!isUnderWay(sent)) return;
  const settled = await untilSettled(sent, ports, tell);
  const where = {
    ...(settled.hash ? { hash: settled.hash } : {}),
    ...(settled.block === undefined ? {} : { block: settled.block }),
  };
  if (settled.failure !== undefined) {
    tell({ kept: { ...where, phase: "failed", failure: settled.failure }, live: {} });
    if (settled.block !== undefined) ports.confirmed(settled.block);
    return;
  }
  tell({ kept: { ...where, phase: "confirmed" }, live: { index: "usual" } });
  ports.confirmed(settled.block);
  await untilIndexed(settled.block, ports, tell);
}

async function untilSettled(
  sent: SentTransaction,
  ports: FollowPorts,
  tell: (change: SentChange) => void,
): Promise<Settled> {
  let known = sent;
  const inARow = { unknown: 0, overtaken: 0, waiting: 0 };
  for (;;) {
    try {
      // First of all its place: once another has taken it, the chain does not tell it any more.
      const standing = await ports.standing(known);
      const learnt = standing.name === "waiting" && known.nonce === undefined ? placeOf(standing) : undefined;
      if (learnt) known = { ...known, ...learnt };
      tell({ ...(learnt ? { kept: learnt } : {}), live: {} });
      const settled = await ports.settled(known);
      if (settled) return settled;
      const before = inARow[standing.name];
      Object.assign(inARow, { unknown: 0, overtaken: 0, waiting: 0, [standing.name]: before + 1 });
      if (inARow.unknown >= MOST_UNKNOWN) return { failure: "dropped" };
      if (inARow.overtaken >= MOST_OVERTAKEN) return { failure: "replaced" };
    } catch {
      // Whatever it is, the chain gave no answer. It may be back at the next question.
      tell({ live: { unreachable: true } });
      await ports.pause(RETRY_MS);
    }
  }
}

/** The part of a transaction by which another one in its place is recognised. */
function placeOf(standing: Extract<Standing, { name: "waiting" }>): Partial<SentTransaction> | undefined {
  const { nonce, to, value, input } = standing;
  if (nonce === undefined) return undefined;
  return {
    nonce,
    ...(to === undefined ? {} : { to: to?.toLowerCase() ?? null }),
    ...(value === undefined ? {} : { value: String(value) }),
    ...(input === undefined ? {} : { input }),
  };
}

async function untilIndexed(block: number, ports: FollowPorts, tell: (change: SentChange) => void): Promise<void> {
  for (let poll = 0; poll < MAX_INDEX_POLLS; poll++) {
    const indexBlock = await ports.indexedBlock().catch(() => undefined);
    if (indexBlock !== undefined && indexBlock >= block) {
      tell({ kept: { phase: "indexed" }, live: { indexBlock } });
      ports.indexed(block);
      return;
    }
    tell({
      live: { indexBlock, index: poll < LATE_AFTER_POLLS ? "usual" : poll < STUCK_AFTER_POLLS ? "late" : "stuck" },
    });
    // Meanwhile the pages show what the index has.
    if (poll === LATE_AFTER_POLLS) ports.indexed(block);
    await ports.pause(poll < LATE_AFTER_POLLS ? INDEX_POLL_MS : SLOW_POLL_MS);
  }
}
