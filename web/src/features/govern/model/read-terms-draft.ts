import type { Application } from "../../../data/governance/proposal.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import { MOST_OPEN_DAYS, type TermsDraft } from "./propose-plan.ts";
import { readDays, readFields, readRate, readShares, type TypedWords } from "./read-fields.ts";

const SECONDS_PER_DAY = 86_400;
/** The contract's bound on a lock: four years. */
const MOST_LOCK_DAYS = 1_461;

/** What was typed, field by field. */
export interface TypedTerms extends TypedWords {
  readonly cap: string;
  readonly rate: string;
  readonly lockDays: string;
  readonly openDays: string;
}

/** Terms, or what is wrong with each field. */
export type ReadTerms =
  | { readonly ok: true; readonly value: TermsDraft }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<keyof TypedTerms, string>>> };

/** Reads entry terms that answer an application. */
export function readTermsDraft(typed: TypedTerms, application: Application, member: TokenInfo | undefined): ReadTerms {
  const read = readFields<{ cap: bigint; rate: bigint; lockDays: number; openDays: number }>(
    {
      cap: readShares(typed.cap),
      rate: readRate(typed.rate),
      lockDays: readDays(typed.lockDays, 0, MOST_LOCK_DAYS),
      openDays: readDays(typed.openDays, 1, MOST_OPEN_DAYS),
    },
    typed,
  );
  if (!read.ok) return read;
  const { lockDays, ...fields } = read.value;
  return {
    ok: true,
    value: {
      ...fields,
      kind: "entry",
      member: application.member,
      account: application.account,
      lockup: lockDays * SECONDS_PER_DAY,
      // What members vote on is a part of the member as it is now: new shares before the stake would make it less.
      maxMemberSupply: member?.totalSupply ?? 0n,
    },
  };
}
