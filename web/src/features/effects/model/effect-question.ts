import type {
  AdmissionRequest,
  AdmissionTerms,
  ClientControl,
  OwnershipClient,
  SaleRequest,
  StakeRequest,
  WhatIf,
} from "@weft/ownership";
import { findHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";

/** Shares that would move; addresses in lower case, amounts in wei. */
export type EffectQuestion =
  | { readonly kind: "sale"; readonly request: SaleRequest }
  | { readonly kind: "stake"; readonly request: StakeRequest }
  | { readonly kind: "admission"; readonly request: AdmissionRequest };

/** Part of a unit of the currency below which a change of what is due is left out. */
const LEAST_PART_OF_A_UNIT = 1_000_000n;

/** A rate of one network share per member share. */
const ONE_FOR_ONE = 10n ** 18n;

/** A text that is the same for questions that ask the same. */
export function effectKey({ kind, request }: EffectQuestion): string {
  return JSON.stringify([kind, request], (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

/** Asks the worker what would change, in the snapshot's block. */
export function askEffects(
  snapshot: OwnershipSnapshot,
  { kind, request }: EffectQuestion,
  client: OwnershipClient,
  control: ClientControl,
): Promise<WhatIf> {
  const dust = 10n ** BigInt(snapshot.protocol.decimals) / LEAST_PART_OF_A_UNIT;
  const options = { timestamp: BigInt(snapshot.timestamp), dust: dust > 1n ? dust : 1n, ...control };
  if (kind === "sale") return client.whatIfSale(request, options);
  return kind === "stake" ? client.whatIfStake(request, options) : client.whatIfAdmission(request, options);
}

/** What terms would change once they are used as far as their account can now; undefined where it can't at all. */
export function admissionOf(
  snapshot: OwnershipSnapshot,
  network: Address,
  { member, account, rate, cap }: AdmissionTerms & { readonly member: Address; readonly account: Address },
): EffectQuestion | undefined {
  const balance = findHolding(snapshot, member, account)?.balance ?? 0n;
  const amount = balance < cap ? balance : cap;
  if ((amount * rate) / ONE_FOR_ONE < 1n) return undefined;
  return { kind: "admission", request: { network, terms: { member, account, rate, cap }, amount } };
}
