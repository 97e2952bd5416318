import { MAX_TOTAL_SUPPLY, type StreamState } from "@weft/ownership";
import type { OwnershipSnapshot, TokenInfo } from "../../../../data/ownership.ts";
import { type PartChange, partChanges } from "../../../../data/part-changes.ts";
import type { OpenOffer } from "../../../../data/person-settings.ts";
import type { Address } from "../../../../lib/address.ts";
import type { Refusal } from "../../../transact/explain-revert.ts";
import { leastDuration } from "../../model/least-duration.ts";
import { streamLeftAt } from "../../model/stream-left.ts";

/** Holders whose part is shown before and after, besides the person and who receives the shares. */
const MOST_HOLDERS = 5;

/** New shares and who receives them. */
export interface Issue {
  readonly to: Address;
  /** In wei. */
  readonly shares: bigint;
}

/** What the contract would say to so many new shares, as far as it can be foreseen; undefined when nothing stands in the way. */
export function refuseIssue(token: TokenInfo, stream: StreamState, now: number, shares: bigint): Refusal | undefined {
  const left = streamLeftAt(stream, now);
  if (left > 0n && leastDuration(token) > 0n) return { error: "StreamStillRuns", values: [left, stream.streamEnd] };
  if (shares === 0n) return { error: "ZeroShares", values: [] };
  const supply = token.totalSupply + shares;
  return supply > MAX_TOTAL_SUPPLY ? { error: "SupplyAboveLimit", values: [supply, MAX_TOTAL_SUPPLY] } : undefined;
}

/** What an issue changes: for the person, for who receives, then for the largest holders. */
export function issueChanges(
  snapshot: OwnershipSnapshot,
  token: TokenInfo,
  { to, shares }: Issue,
): readonly PartChange[] {
  const largest = snapshot.holdings
    .filter((holding) => holding.token === token.address && holding.class !== "EXCLUDED" && holding.balance > 0n)
    .sort((a, b) => (a.balance < b.balance ? 1 : -1))
    .map(({ holder }) => holder)
    .filter((holder) => holder !== token.person && holder !== to)
    .slice(0, MOST_HOLDERS);
  const accounts = new Set([...(token.person ? [token.person] : []), to, ...largest]);
  return partChanges(snapshot, token.address, [{ token: token.address, holder: to, change: shares }], [...accounts]);
}

/** Networks whose open terms could not be used any more with `shares` more, each once. */
export function offersLost(
  offers: readonly OpenOffer[],
  token: TokenInfo,
  shares: bigint,
  now: number,
): readonly Address[] {
  const supply = token.totalSupply + shares;
  const lost = offers.filter(
    ({ expiry, maxMemberSupply }) => expiry >= now && token.totalSupply <= maxMemberSupply && supply > maxMemberSupply,
  );
  return [...new Set(lost.map(({ network }) => network))];
}
