import type { HoldingInfo, OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { type Address, shortAddress } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";
import type { NodeKind } from "../geometry/shape.ts";
import { shortNames } from "./short-names.ts";

/** One thing in the picture: a person with token, wallet and treasury in one, a network, a pool or a plain wallet. */
export type GraphNode = {
  /** The token's address for people and networks, the account's for pools and wallets. */
  readonly id: Address;
  readonly kind: NodeKind;
  /** Whole name, as written on chain. */
  readonly name: string;
  /** Name short enough for a label. */
  readonly label: string;
  readonly symbol?: string;
  /** The equity token that it stands for. */
  readonly token?: Address;
  /** The wallet that is part of it: the person's. */
  readonly wallet?: Address;
  /** A person whose token holds equity: drawn with an inner ring. Networks hold equity by what they are. */
  readonly treasury: boolean;
  /** Half its height, in world units: larger with the income over its life. */
  readonly radius: number;
};

/** One holding, drawn from the token to its holder, because money runs that way. */
export type GraphThread = {
  readonly id: string;
  readonly token: Address;
  readonly holder: Address;
  readonly class: HoldingInfo["class"];
  /** Node that the thread starts at. */
  readonly source: Address;
  /** Node that the thread ends at; the same as `source` when people hold themselves. */
  readonly target: Address;
  readonly kind: TokenInfo["kind"];
  /** In wei of shares. */
  readonly balance: bigint;
  /** Direct share: balance / eligible supply; of total supply for a pool, which has no part in income. For drawing. */
  readonly share: number;
};

/** The ownership graph as it is drawn and read. */
export type GraphView = {
  readonly nodes: ReadonlyMap<Address, GraphNode>;
  /** Threads between two nodes, strongest first. */
  readonly threads: readonly GraphThread[];
  /** What people, or networks, hold of themselves: no thread, but a fact. */
  readonly own: readonly GraphThread[];
  /** The node that an address is drawn in: a token, a person's wallet, a pool or a wallet. */
  readonly nodeOf: ReadonlyMap<Address, Address>;
};

/** Half heights in world units: at no income and at the largest income of all. */
const RADIUS: Record<NodeKind, readonly [least: number, most: number]> = {
  person: [25, 36],
  network: [31, 43],
  pool: [19, 19],
  wallet: [13, 13],
};

/** Makes the picture's nodes and threads from what is held at one block. */
export function graphView(snapshot: OwnershipSnapshot): GraphView {
  const holdings = snapshot.holdings.filter((holding) => holding.balance > 0n);
  const nodeOf = joinAddresses(snapshot, holdings);
  const all = holdings
    .flatMap((holding) => threadOf(snapshot, holding, nodeOf))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  return {
    nodes: makeNodes(snapshot, holdings, nodeOf),
    threads: all.filter((thread) => thread.source !== thread.target),
    own: all.filter((thread) => thread.source === thread.target),
    nodeOf,
  };
}

function joinAddresses(snapshot: OwnershipSnapshot, holdings: readonly HoldingInfo[]): Map<Address, Address> {
  const nodeOf = new Map<Address, Address>();
  for (const token of snapshot.tokens.values()) {
    nodeOf.set(token.address, token.address);
    if (token.person) nodeOf.set(token.person, token.address);
  }
  for (const { holder } of holdings) if (!nodeOf.has(holder)) nodeOf.set(holder, holder);
  return nodeOf;
}

/** The thread of one holding; none for a holding whose token is not in the snapshot. */
function threadOf(
  snapshot: OwnershipSnapshot,
  holding: HoldingInfo,
  nodeOf: ReadonlyMap<Address, Address>,
): GraphThread[] {
  const token = snapshot.tokens.get(holding.token);
  const target = nodeOf.get(holding.holder);
  if (!token || !target) return [];
  const supply = holding.class === "EXCLUDED" ? token.totalSupply : token.eligibleSupply;
  return [
    {
      id: `${holding.token} ${holding.holder}`,
      token: holding.token,
      holder: holding.holder,
      class: holding.class,
      source: token.address,
      target,
      kind: token.kind,
      balance: holding.balance,
      share: shareOf(holding.balance, supply),
    },
  ];
}

function makeNodes(
  snapshot: OwnershipSnapshot,
  holdings: readonly HoldingInfo[],
  nodeOf: ReadonlyMap<Address, Address>,
): Map<Address, GraphNode> {
  const treasuries = new Set(holdings.map((holding) => holding.holder).filter((holder) => snapshot.tokens.has(holder)));
  const pools = new Map(
    holdings.flatMap(({ class: kind, holder, token }) => (kind === "EXCLUDED" ? [[holder, token]] : [])),
  );
  const most = [...snapshot.tokens.values()].reduce((max, token) => Math.max(max, Number(token.totalIncome)), 0);
  const ids = [...new Set(nodeOf.values())];
  const names = new Map(ids.map((id) => [id, nameOf(snapshot, id)]));
  const labels = shortNames(new Map([...names].filter(([id]) => snapshot.tokens.has(id))));
  return new Map(
    ids.map((id): [Address, GraphNode] => {
      const name = names.get(id) ?? id;
      const token = snapshot.tokens.get(id);
      if (!token) return [id, holderNode(id, name, labels.get(pools.get(id) ?? id))];
      return [id, tokenNode(token, name, labels.get(id) ?? name, treasuries.has(id), most)];
    }),
  );
}

/** A pool is called after the token that it trades; a wallet by its address. */
function holderNode(id: Address, name: string, traded: string | undefined): GraphNode {
  const kind = traded === undefined ? "wallet" : "pool";
  const called = traded === undefined ? name : `${traded} pool`;
  return { id, kind, name: called, label: called, treasury: false, radius: RADIUS[kind][0] };
}

function tokenNode(token: TokenInfo, name: string, label: string, treasury: boolean, most: number): GraphNode {
  const [least, largest] = RADIUS[token.kind];
  const part = most === 0 ? 0 : Math.sqrt(Number(token.totalIncome) / most);
  return {
    id: token.address,
    kind: token.kind,
    name,
    label,
    symbol: token.symbol,
    token: token.address,
    ...(token.person ? { wallet: token.person } : {}),
    treasury: treasury && token.kind === "person",
    radius: least + (largest - least) * part,
  };
}

/** A token's name, its symbol when it has none, and an address cut short for what is no token. */
function nameOf(snapshot: OwnershipSnapshot, id: Address): string {
  const token = snapshot.tokens.get(id);
  return token ? token.name.trim() || token.symbol.trim() || shortAddress(id) : shortAddress(id);
}
