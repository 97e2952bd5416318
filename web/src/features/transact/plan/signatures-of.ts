import { type TransactRequest, transactRequest } from "../transact-request.ts";
import type { Spend, TransactStep } from "./transact-plan.ts";

/** Without a result: old tokens return nothing, and one that refuses reverts. */
const APPROVE_ABI = [
  {
    type: "function",
    name: "approve",
    stateMutability: "nonpayable",
    inputs: [
      { name: "spender", type: "address" },
      { name: "amount", type: "uint256" },
    ],
    outputs: [],
  },
] as const;

/** One thing that the wallet is asked for. */
export type Signature = PermitSignature | CallSignature;

interface SignatureBase {
  /** Unique in the plan. */
  readonly key: string;
  readonly title: string;
  readonly why?: string;
}

/** Words to sign, which cost nothing and are sent with the call after them. */
export interface PermitSignature extends SignatureBase {
  readonly kind: "permit";
  readonly spend: Spend;
}

/** A transaction. */
export interface CallSignature extends SignatureBase {
  readonly kind: "call";
  readonly request: TransactRequest;
  /** The permission signed right before, which takes the place of `request`'s allowance. */
  readonly withPermit?: Spend["withPermit"];
}

/** What is known before anything is signed. */
export interface SignaturesKnown {
  /** What the spenders of steps may take already, in the tokens' smallest units, by the steps' keys. */
  readonly allowances: ReadonlyMap<string, bigint>;
  /** Whether the account can sign permissions: a wallet that signs typed data, for an account that is no contract. */
  readonly canPermit: boolean;
  /** Keys of signatures that were given and are in a block. */
  readonly done: ReadonlySet<string>;
}

/** What has to be signed for the steps, in order: for what is spent a permission if possible, else an exact allowance. */
export function signaturesOf(steps: readonly TransactStep[], known: SignaturesKnown): readonly Signature[] {
  return steps
    .flatMap((step) => [...allowing(step, known), calling(step, known)])
    .filter(({ key }) => !known.done.has(key));
}

function allowing(step: TransactStep, { allowances, canPermit }: SignaturesKnown): readonly Signature[] {
  const { spend } = step;
  if (spend === undefined || !isMissing(step, allowances)) return [];
  const words = { key: `${step.key}:allow`, title: `allow exactly ${spend.figure}` };
  if (canPermit && spend.withPermit) {
    return [{ ...words, kind: "permit", spend, why: "A signature that costs nothing: for this amount, and no more." }];
  }
  const allowed = allowances.get(step.key) ?? 0n;
  return [
    ...(spend.fromZero && allowed > 0n ? [takingBack(step.key, spend)] : []),
    {
      ...words,
      kind: "call",
      request: approveRequest(spend, spend.amount),
      why: "The contract may then take this amount from your wallet, and no more.",
    },
  ];
}

function takingBack(key: string, spend: Spend): Signature {
  return {
    kind: "call",
    key: `${key}:disallow`,
    title: "take back what was allowed before",
    request: approveRequest(spend, 0n),
    why: "Some currencies take no new permission while an old one is left.",
  };
}

function approveRequest({ token, spender }: Spend, amount: bigint): TransactRequest {
  return transactRequest({ address: token, abi: APPROVE_ABI, functionName: "approve", args: [spender, amount] });
}

function calling(step: TransactStep, { allowances, canPermit }: SignaturesKnown): Signature {
  const { key, title, why, request, spend } = step;
  const permit = canPermit && isMissing(step, allowances) ? spend?.withPermit : undefined;
  return {
    kind: "call",
    key,
    title,
    ...(why === undefined ? {} : { why }),
    request,
    ...(permit ? { withPermit: permit } : {}),
  };
}

function isMissing({ key, spend }: TransactStep, allowances: ReadonlyMap<string, bigint>): boolean {
  return spend !== undefined && (allowances.get(key) ?? 0n) < spend.amount;
}

/** The same as plain calls, each with its allowance as a call: what a bundle holds, and what is simulated. */
export function callsOf(signatures: readonly Signature[]): readonly CallSignature[] {
  return signatures.map((signature) =>
    signature.kind === "call"
      ? signature
      : {
          kind: "call",
          key: signature.key,
          title: signature.title,
          request: approveRequest(signature.spend, signature.spend.amount),
        },
  );
}
