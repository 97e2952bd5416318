import * as v from "valibot";
import { parseAmount } from "../../../lib/parse-amount.ts";
import {
  type Description,
  describeDraftSchema,
  EMPTY_DESCRIPTION,
  readDescription,
} from "../../describe/model/read-description.ts";
import { explainRefusal, type Refusal } from "../../transact/explain-revert.ts";

/** Fewest and most shares that a token can have, in wei; the contracts' bounds (`DividendMath`). */
const LEAST_SUPPLY = 10n ** 15n;
const MOST_SUPPLY = 2n ** 96n - 1n;

/** What somebody typed on the launch page. */
export const launchDraftSchema = v.object({
  description: describeDraftSchema,
  shares: v.string(),
  holders: v.picklist(["open", "closed"]),
});

/** What somebody typed on the launch page. */
export type LaunchDraft = v.InferOutput<typeof launchDraftSchema>;

/** The page as it opens. */
export const EMPTY_LAUNCH: LaunchDraft = { description: EMPTY_DESCRIPTION, shares: "1,000,000", holders: "open" };

/** A launch as it would be sent, and what stands in the way. */
export interface Launch {
  readonly description: Description;
  /** In wei; 0 while it can't be read. */
  readonly shares: bigint;
  /** Why the number of shares can't be used; nothing is said of an empty field. */
  readonly sharesProblem: string | undefined;
  /** The arguments of `launch`; undefined while something is missing or wrong. */
  readonly args:
    | readonly [name: string, symbol: string, shares: bigint, contractUri: string, open: boolean]
    | undefined;
  /** The first thing that is missing or wrong. */
  readonly obstacle: string | undefined;
}

/** Reads what was typed by the contracts' rules. `taken` are symbols in use, in capital letters. */
export function readLaunch(draft: LaunchDraft, taken: ReadonlySet<string>): Launch {
  const description = readDescription(draft.description, taken);
  const parsed = parseAmount(draft.shares, 18);
  const shares = parsed.ok ? parsed.value : 0n;
  const sharesProblem = parsed.ok ? refuseShares(shares) : draft.shares.trim() === "" ? undefined : parsed.reason;
  const obstacle =
    description.obstacle ?? sharesProblem ?? (parsed.ok ? undefined : "Enter how many shares there are.");
  const { name, symbol, contractUri } = description;
  return {
    description,
    shares,
    sharesProblem,
    obstacle,
    args: obstacle === undefined ? [name, symbol, shares, contractUri, draft.holders === "open"] : undefined,
  };
}

function refuseShares(shares: bigint): string | undefined {
  const refusal = supplyRefusal(shares);
  if (refusal === undefined) return undefined;
  const { detail, next } = explainRefusal(refusal);
  return `${detail} ${next}`;
}

function supplyRefusal(shares: bigint): Refusal | undefined {
  if (shares < LEAST_SUPPLY) return { error: "SupplyBelowMinimum", values: [shares, LEAST_SUPPLY] };
  if (shares > MOST_SUPPLY) return { error: "SupplyAboveLimit", values: [shares, MOST_SUPPLY] };
  return undefined;
}
