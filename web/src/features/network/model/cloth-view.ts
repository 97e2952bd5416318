import { directShares, flowOf } from "@weft/ownership";
import type { MemberGain } from "../../../data/network-gains.ts";
import type { HoldingInfo, OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { type BandLabel, holderLabel, memberLabel } from "./band-label.ts";

/** Members or holders shown one by one; the rest are woven together as "others". */
export const MOST_BANDS = 12;
/** How long a gain is golden, in seconds. */
export const GOLDEN_SECONDS = 30 * 86_400;

/** One vertical band: a member whose shares the network holds, or the smallest ones together. */
export interface ClothMember {
  readonly label: BandLabel;
  /** One token, or all of the others. */
  readonly tokens: readonly Address[];
  readonly kind: "person" | "network" | "others";
  /** Part of the member's eligible supply that the network holds, for drawing; summed for others. */
  readonly share: number;
  /** Gains of the last thirty days, one golden strand each, in wei. */
  readonly gains: readonly bigint[];
}

/** One horizontal band: a holder of the network's shares, or the smallest ones together. */
export interface ClothHolder {
  readonly label: BandLabel;
  readonly holders: readonly Address[];
  readonly kind: "wallet" | "person" | "treasury" | "others";
  /** Part of the network's eligible supply, for drawing. */
  readonly share: number;
}

/** A pool that holds shares of the network and has no part in income. */
export interface ClothPool {
  readonly address: Address;
  /** Part of the network's total supply, for drawing. */
  readonly share: number;
}

/** Everything the cloth and its table show. */
export interface ClothView {
  readonly members: readonly ClothMember[];
  readonly holders: readonly ClothHolder[];
  readonly pools: readonly ClothPool[];
  /** Unit that every crossing is told for: what the member realizes, in wei of the currency. */
  readonly unit: bigint;
  /** `crossings[member][holder]`: what the network pays to the holder of one unit, all turns counted, in wei. */
  readonly crossings: readonly (readonly bigint[])[];
}

/** Looks at a network as a cloth: members' shares one way, holders the other. */
export function clothView(snapshot: OwnershipSnapshot, network: Address, gains: readonly MemberGain[]): ClothView {
  const members = foldMembers(snapshot, membersOf(snapshot, network, gains));
  const holders = foldHolders(holdersOf(snapshot, network));
  const unit = 100n * 10n ** BigInt(snapshot.protocol.decimals);
  return {
    members,
    holders,
    pools: poolsOf(snapshot, network),
    unit,
    crossings: members.map((member) => crossingsOf(snapshot, network, member, holders, unit)),
  };
}

function membersOf(
  snapshot: OwnershipSnapshot,
  network: Address,
  gains: readonly MemberGain[],
): readonly ClothMember[] {
  return snapshot.holdings.flatMap((holding): ClothMember[] => {
    const token = snapshot.tokens.get(holding.token);
    if (holding.holder !== network || holding.balance === 0n || token === undefined) return [];
    return [
      {
        label: memberLabel(token),
        tokens: [token.address],
        kind: token.kind,
        share: shareOf(holding.balance, token.eligibleSupply),
        gains: gains
          .filter((gain) => gain.member === token.address && isOwnGain(gain, token.kind, network))
          .map(({ amount }) => amount),
      },
    ];
  });
}

/** A person gains by realizing, a network by anything that does not come from this network itself. */
function isOwnGain(gain: MemberGain, kind: "person" | "network", network: Address): boolean {
  return kind === "person" ? gain.kind === "REALIZED" : gain.source !== network;
}

function holdersOf(snapshot: OwnershipSnapshot, network: Address): readonly ClothHolder[] {
  return directShares(snapshot.graph, network).map(({ holder, share }): ClothHolder => {
    const address = holder as Address;
    const account = snapshot.accounts.get(address);
    const kind = account?.token ? "treasury" : account?.personalToken ? "person" : "wallet";
    return { label: holderLabel(snapshot, address), holders: [address], kind, share };
  });
}

function poolsOf(snapshot: OwnershipSnapshot, network: Address): readonly ClothPool[] {
  const supply = snapshot.tokens.get(network)?.totalSupply ?? 0n;
  const isPool = (holding: HoldingInfo) => holding.token === network && holding.class === "EXCLUDED";
  return snapshot.holdings
    .filter((holding) => isPool(holding) && holding.balance > 0n)
    .map(({ holder, balance }) => ({ address: holder, share: shareOf(balance, supply) }));
}

function foldMembers(snapshot: OwnershipSnapshot, all: readonly ClothMember[]): readonly ClothMember[] {
  const { shown, rest } = largest(all, (member) => member.label.full);
  if (rest.length === 0) return shown;
  const names = rest.flatMap(({ tokens }) => tokens.map((token) => snapshot.tokens.get(token)?.name ?? token));
  return [
    ...shown,
    {
      label: {
        full: `${rest.length} others: ${names.join(", ")}`,
        forms: [`${rest.length} others`, `+${rest.length}`],
      },
      tokens: rest.flatMap(({ tokens }) => tokens),
      kind: "others",
      share: sum(rest),
      gains: rest.flatMap(({ gains }) => gains),
    },
  ];
}

function foldHolders(all: readonly ClothHolder[]): readonly ClothHolder[] {
  const { shown, rest } = largest(all, (holder) => holder.label.full);
  if (rest.length === 0) return shown;
  const label: BandLabel = {
    full: `${rest.length} other holders`,
    forms: [`${rest.length} others`, `+${rest.length}`],
  };
  return [...shown, { label, holders: rest.flatMap(({ holders }) => holders), kind: "others", share: sum(rest) }];
}

function largest<Band extends { readonly share: number }>(all: readonly Band[], name: (band: Band) => string) {
  const sorted = [...all].sort((a, b) => b.share - a.share || name(a).localeCompare(name(b), "en"));
  if (sorted.length <= MOST_BANDS) return { shown: sorted, rest: [] };
  return { shown: sorted.slice(0, MOST_BANDS - 1), rest: sorted.slice(MOST_BANDS - 1) };
}

/**
 * What the network pays to each holder of `unit` that the member realizes. Read off the network's total inflow, which
 * counts every turn; two direct shares multiplied would leave the circles out.
 */
function crossingsOf(
  snapshot: OwnershipSnapshot,
  network: Address,
  member: ClothMember,
  holders: readonly ClothHolder[],
  unit: bigint,
): readonly bigint[] {
  const each = unit / BigInt(member.tokens.length);
  const flow = flowOf(snapshot.graph, new Map(member.tokens.map((token) => [token, each])), { maxTurns: 0 });
  const paid = new Map<string, bigint>();
  for (const edge of flow.edges) if (edge.token === network) paid.set(edge.holder, edge.amount);
  return holders.map((holder) => holder.holders.reduce((total, address) => total + (paid.get(address) ?? 0n), 0n));
}

function sum(bands: readonly { readonly share: number }[]): number {
  return bands.reduce((total, { share }) => total + share, 0);
}
