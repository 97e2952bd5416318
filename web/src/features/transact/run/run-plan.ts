import type { Address, Hash } from "viem";
import { type Explanation, explainError, isRejection } from "../explain-error.ts";
import {
  type CallSignature,
  callsOf,
  type PermitSignature,
  type Signature,
  signaturesOf,
} from "../plan/signatures-of.ts";
import type { SignedPermit, Spend, TransactPlan } from "../plan/transact-plan.ts";
import type { Sent } from "../sent/sent-transaction.ts";
import type { TransactRequest } from "../transact-request.ts";
import type { TransactState } from "../transact-state.ts";
import type { CheckedCalls } from "./check-calls.ts";

/** A connected wallet. */
export interface RunWallet {
  /** In lower case. */
  readonly account: Address;
  readonly chainId: number | undefined;
}

/** What is kept of something that was sent. */
export interface SentNote {
  readonly id: string;
  readonly kind: "transaction" | "calls";
  readonly account: Address;
  readonly title: string;
  readonly step?: string;
  readonly more: boolean;
  readonly done?: string;
}

/** What a run needs of the world; the real ones are in `run-ports.ts`. */
export interface RunPorts {
  /** Undefined when no wallet is connected. */
  readonly wallet: () => RunWallet | undefined;
  readonly expectedChainId: number;
  /** What a spender may take from the account, in the token's smallest unit. */
  readonly allowance: (spend: Spend, account: Address) => Promise<bigint>;
  /** Whether the wallet takes calls as one bundle of which all or none happen. Never throws. */
  readonly canBundle: (account: Address) => Promise<boolean>;
  /** Whether the account can sign permissions. Never throws. */
  readonly canPermit: (account: Address) => Promise<boolean>;
  /** Tries calls on the chain's newest state. Throws what the first that would fail gives. */
  readonly check: (requests: readonly TransactRequest[], account: Address, paysFee: boolean) => Promise<CheckedCalls>;
  readonly signPermit: (spend: Spend, account: Address) => Promise<SignedPermit>;
  /** The wallet signs no permissions, whatever it said: never ask again. */
  readonly refusePermits: (account: Address) => void;
  /** Resolves with the hash once the wallet has sent the call. */
  readonly write: (request: TransactRequest, account: Address) => Promise<Hash>;
  /** Resolves with the bundle's id once the wallet has taken it. */
  readonly sendBundle: (requests: readonly TransactRequest[], account: Address) => Promise<string>;
  /** Keeps what was sent, and begins to follow it. */
  readonly note: (sent: SentNote) => void;
  /** Resolves once it is in a block or has failed; undefined when it was forgotten before. */
  readonly settled: (id: string, account: Address) => Promise<Sent | undefined>;
}

/** What is going to be signed, as it was found when the chain was asked last. */
export interface RunProgress {
  readonly signatures: readonly Signature[];
  /** Keys of signatures that were given, and are in a block if they are transactions. */
  readonly done: ReadonlySet<string>;
  /** Whether the wallet asks once for all of them. */
  readonly bundled: boolean;
}

/** Hears where a run is. */
export interface RunListener {
  readonly state: (state: TransactState) => void;
  readonly progress: (progress: RunProgress) => void;
  /** Something was sent: from now on the log of what was sent knows where the act is. */
  readonly sent: (id: string) => void;
  /** Whether anybody still wants it to go on: a form that was left asks for no further signature. */
  readonly wanted: () => boolean;
}

/** What was found out before the first signature. */
interface Prepared {
  readonly account: Address;
  readonly progress: RunProgress;
}

const ACCOUNT_CHANGED: Explanation = {
  title: "The wallet is on another account now",
  detail: "This was begun with the other one, so nothing more was sent.",
  next: "Go back to that account to go on, or start again with this one.",
};

/** Reasons not to ask anybody anything; undefined when the wallet is ready. */
function obstacleOf({ wallet, expectedChainId }: RunPorts, account?: Address): TransactState | undefined {
  const now = wallet();
  if (!now) return { name: "no-wallet" };
  if (account !== undefined && now.account !== account) return { name: "failed", why: ACCOUNT_CHANGED };
  return now.chainId === expectedChainId ? undefined : { name: "wrong-network", chainId: now.chainId };
}

/**
 * Finds out what has to be signed for a plan and asks the chain whether all of it would go through. Signs nothing, never throws.
 *
 * @param done Keys of steps that are in a block already.
 * @returns undefined when it would not; the listener knows why.
 */
export async function checkPlan(
  plan: TransactPlan,
  done: ReadonlySet<string>,
  ports: RunPorts,
  listener: RunListener,
): Promise<Prepared | undefined> {
  const obstacle = obstacleOf(ports);
  const account = ports.wallet()?.account;
  if (obstacle || !account) {
    listener.state(obstacle ?? { name: "no-wallet" });
    return undefined;
  }
  listener.state({ name: "checking" });
  try {
    const progress = await prepare(plan, done, account, ports);
    listener.progress(progress);
    const left = callsOf(progress.signatures.filter(({ key }) => !progress.done.has(key)));
    const { tried, fee } = await ports.check(
      left.map(({ request }) => request),
      account,
      !progress.bundled,
    );
    listener.state({ name: "ready", fee, whole: tried === left.length });
    return { account, progress };
  } catch (error) {
    listener.state({ name: "would-fail", why: explainError(error) });
    return undefined;
  }
}

async function prepare(
  plan: TransactPlan,
  done: ReadonlySet<string>,
  account: Address,
  ports: RunPorts,
): Promise<RunProgress> {
  const spending = plan.steps.filter(({ spend }) => spend !== undefined);
  const allowances = new Map(
    await Promise.all(
      spending.map(async ({ key, spend }) => [key, await ports.allowance(spend as Spend, account)] as const),
    ),
  );
  // The wallet is only asked what it can do when there is something to choose.
  const plain = signaturesOf(plan.steps, { allowances, canPermit: false, done });
  if (plain.length > 1 && (await ports.canBundle(account))) {
    return { signatures: plain, done: new Set(), bundled: true };
  }
  const canPermit = plain.length > 1 && (await ports.canPermit(account));
  return { signatures: signaturesOf(plan.steps, { allowances, canPermit, done }), done: new Set(), bundled: false };
}

/**
 * The one way of every write: check, sign, send, and follow each step until it is in a block. What was sent last goes on to be
 * followed until the index shows it. Never throws.
 *
 * @returns Keys of the steps that are in a block, so that another try does not ask for them again; empty when nothing is left.
 */
export async function runPlan(
  plan: TransactPlan,
  done: ReadonlySet<string>,
  ports: RunPorts,
  listener: RunListener,
): Promise<ReadonlySet<string>> {
  const prepared = await checkPlan(plan, done, ports, listener);
  if (!prepared) return done;
  const { account, progress } = prepared;
  const run: Run = { plan, account, progress, ports, listener, given: done };
  try {
    if (progress.bundled) return (await sendBundle(run)) ? new Set() : done;
    return await signAll(run);
  } catch (error) {
    const why = explainError(error);
    listener.state(isRejection(error) ? { name: "rejected", why } : { name: "failed", why });
    return run.given;
  }
}

interface Run {
  readonly plan: TransactPlan;
  readonly account: Address;
  readonly progress: RunProgress;
  readonly ports: RunPorts;
  readonly listener: RunListener;
  /** Keys of the steps that are in a block so far. */
  given: ReadonlySet<string>;
}

async function sendBundle({ plan, account, progress, ports, listener }: Run): Promise<boolean> {
  listener.state({ name: "signing", what: "bundle" });
  const requests = callsOf(progress.signatures).map(({ request }) => request);
  const id = await ports.sendBundle(requests, account);
  ports.note({ id, kind: "calls", account, title: plan.title, more: false, ...doneOf(plan) });
  return await isInBlock(id, account, ports, listener);
}

async function signAll(run: Run): Promise<ReadonlySet<string>> {
  const { plan, account, progress, ports, listener } = run;
  const { signatures } = progress;
  let permit: SignedPermit | undefined;
  for (const [index, signature] of signatures.entries()) {
    const obstacle = obstacleOf(ports, account);
    if (obstacle || !listener.wanted()) {
      if (obstacle) listener.state(obstacle);
      return run.given;
    }
    if (signature.kind === "permit") {
      permit = await askForPermit(signature, run);
      if (permit === undefined) return await runPlan(plan, run.given, ports, listener);
    } else {
      const sent = await sendCall(signature, index, permit, run);
      if (!sent) return run.given;
      permit = undefined;
      // What is allowed is read anew for every try.
      if (plan.steps.some(({ key }) => key === signature.key)) run.given = new Set([...run.given, signature.key]);
    }
    const all = new Set(signatures.slice(0, index + 1).map(({ key }) => key));
    listener.progress({ ...progress, done: all });
  }
  return new Set();
}

/** Undefined when the wallet turns out to sign no permissions: then an allowance is asked for instead. */
async function askForPermit({ spend }: PermitSignature, run: Run): Promise<SignedPermit | undefined> {
  const { account, ports, listener } = run;
  listener.state({ name: "signing", what: "permit" });
  try {
    return await ports.signPermit(spend, account);
  } catch (error) {
    if (isRejection(error)) throw error;
    ports.refusePermits(account);
    return undefined;
  }
}

/** Whether the call is in a block now. */
async function sendCall(
  signature: CallSignature,
  index: number,
  permit: SignedPermit | undefined,
  run: Run,
): Promise<boolean> {
  const { plan, account, progress, ports, listener } = run;
  const { signatures } = progress;
  const request = permit && signature.withPermit ? signature.withPermit(permit) : signature.request;
  // The first call was tried a moment ago; later ones only together with it, and a permission never.
  if (index > 0) {
    listener.state({ name: "checking" });
    await ports.check([request], account, true);
  }
  listener.state({ name: "signing", what: "call" });
  const id = await ports.write(request, account);
  const more = index < signatures.length - 1;
  const step = signatures.length > 1 ? { step: `${index + 1} of ${signatures.length}: ${signature.title}` } : {};
  ports.note({ id, kind: "transaction", account, title: plan.title, more, ...step, ...doneOf(plan) });
  return await isInBlock(id, account, ports, listener);
}

async function isInBlock(id: string, account: Address, ports: RunPorts, listener: RunListener): Promise<boolean> {
  listener.sent(id);
  const sent = await ports.settled(id, account);
  return sent !== undefined && sent.phase !== "failed";
}

function doneOf({ done }: TransactPlan): { readonly done?: string } {
  return done === undefined ? {} : { done };
}
