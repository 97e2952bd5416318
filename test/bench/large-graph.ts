/** A token of the made-up graph. */
export interface MadeToken {
  readonly id: `0x${string}`;
  readonly name: string;
  readonly symbol: string;
  /** The person's wallet; none for a network. */
  readonly person: `0x${string}` | undefined;
  readonly income: bigint;
}

/** A holding of the made-up graph. */
export interface MadeHolding {
  readonly id: `0x${string}`;
  readonly token: `0x${string}`;
  readonly holder: `0x${string}`;
  /** In wei of shares. */
  readonly balance: bigint;
}

/** A made-up graph: as many nodes and threads between two different nodes as were asked for. */
export interface LargeGraph {
  readonly tokens: readonly MadeToken[];
  readonly holdings: readonly MadeHolding[];
}

const ONE = 10n ** 18n;

/** Parts of all nodes that are people and networks; the rest are wallets. */
const PARTS = { people: 0.7, networks: 0.1 } as const;

/** Mulberry32: the same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An address that looks like one: spread over all of them, as those of contracts are. */
function address(number: number): `0x${string}` {
  const random = seeded(number + 1);
  return `0x${Array.from({ length: 5 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  ).join("")}`;
}

/**
 * People, networks and wallets, whose holdings follow a power law: few are held by very many, most by a few. Every person
 * holds most of themselves, as people do.
 */
export function largeGraph(nodes: number, threads: number): LargeGraph {
  const random = seeded(42);
  const people = Math.floor(nodes * PARTS.people);
  const networks = Math.floor(nodes * PARTS.networks);
  const tokens = Array.from(
    { length: people + networks },
    (_, index): MadeToken => ({
      id: address(index),
      name: index < people ? `Person ${index}` : `Network ${index - people}`,
      symbol: index < people ? `P${index}` : `N${index - people}`,
      person: index < people ? address(1_000_000 + index) : undefined,
      income: BigInt(Math.floor(1_000 * random() ** 6)) * ONE,
    }),
  );
  const wallets = Array.from({ length: nodes - people - networks }, (_, index) => address(2_000_000 + index));
  const holdings = new Map<string, MadeHolding>();
  const hold = (token: `0x${string}`, holder: `0x${string}`, shares: number): boolean => {
    const id: `0x${string}` = `${token}${holder.slice(2)}`;
    if (token === holder || holdings.has(id)) return false;
    holdings.set(id, { id, token, holder, balance: BigInt(1 + Math.floor(shares)) * ONE });
    return true;
  };
  // The end of the list first: networks are held, and hold, most.
  const popular = () => tokens[tokens.length - 1 - Math.floor(tokens.length * random() ** 3)] as MadeToken;
  for (const { id, person } of tokens) if (person) hold(id, person, 800_000);
  for (const wallet of wallets) hold(popular().id, wallet, 200_000 * random() ** 3);
  let made = wallets.length;
  while (made < threads) {
    const token = popular();
    const other = popular();
    if (token === other) continue;
    const holder = other.person === undefined || random() < 0.1 ? other.id : other.person;
    if (hold(token.id, holder, 200_000 * random() ** 3)) made += 1;
  }
  return { tokens, holdings: [...holdings.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
