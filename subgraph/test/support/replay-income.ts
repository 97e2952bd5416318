import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import type { Session } from "@weft/devnet";
import { type Address, type Log, parseEventLogs, zeroAddress } from "viem";

/** Amounts are kept in wei × 2¹⁰²⁴: exact enough that no error shows in whole wei, whatever is divided. */
export const UNIT = 1n << 1024n;
const NOBODY = zeroAddress;
const TREASURY = 1;
const EXCLUDED = 2;

/** Amounts by the token in which the gain was realized, zero for none; in wei × `UNIT`. */
type ByOrigin = Map<Address, bigint>;

interface ReplayedHolder {
  balance: bigint;
  holderClass: number;
  /** What the holder earned and was not paid. */
  earned: ByOrigin;
}

interface ReplayedToken {
  streamLeft: bigint;
  holders: Map<Address, ReplayedHolder>;
}

/** What is left of the chain's events once each gain was followed by hand. */
export interface ReplayedIncome {
  /** By token, way and origin, joined by a space; in wei × `UNIT`. */
  readonly amounts: ReadonlyMap<string, bigint>;
  /** Payments to holders. */
  readonly claims: number;
}

const add = (to: ByOrigin, origin: Address, amount: bigint) => to.set(origin, (to.get(origin) ?? 0n) + amount);
const total = (of: ByOrigin): bigint => [...of.values()].reduce((sum, amount) => sum + amount, 0n);
const part = (of: ByOrigin, wanted: bigint): ByOrigin => {
  const whole = total(of);
  return whole === 0n
    ? new Map([[NOBODY, wanted]])
    : new Map([...of].map(([origin, amount]) => [origin, (amount * wanted) / whole]));
};

/**
 * Follows every wei from the gain to each token that it reached, from the contracts' events alone: what comes in belongs
 * to the holders by their shares at that moment, and what a holder is paid is made of origins as is all that it earned.
 */
export async function replayIncome(
  { client }: Session,
  tokens: readonly Address[],
  toBlock: number,
): Promise<ReplayedIncome> {
  const logs = await client.getLogs({ address: [...tokens], fromBlock: 0n, toBlock: BigInt(toBlock) });
  const replay = new Replay();
  // The two kinds of token have most events in common; what only one has is in its own ABI.
  for (const log of logs) replay.play(log);
  return replay;
}

class Replay implements ReplayedIncome {
  readonly amounts = new Map<string, bigint>();
  claims = 0;
  readonly #tokens = new Map<Address, ReplayedToken>();
  readonly #inTransit = new Map<string, ByOrigin>();

  play(log: Log): void {
    const [event] = parseEventLogs({ abi: [...personalTokenAbi, ...networkTokenAbi], logs: [log] });
    if (event === undefined) return;
    const address = log.address.toLowerCase() as Address;
    const token = this.#token(address);
    const account = (value: string) => value.toLowerCase() as Address;
    const own = (amount: bigint): ByOrigin => new Map([[address, amount * UNIT]]);
    switch (event.eventName) {
      case "Transfer":
        this.#move(token, account(event.args.from), -event.args.value);
        this.#move(token, account(event.args.to), event.args.value);
        break;
      case "HolderClassified":
        this.#classify(token, account(event.args.account), event.args.class);
        break;
      case "StreamChanged":
        token.streamLeft = event.args.left;
        break;
      case "Accrued":
        this.#divide(address, address, own(token.streamLeft - event.args.streamLeft));
        token.streamLeft = event.args.streamLeft;
        break;
      case "Realized":
        if (event.args.duration === 0n) this.#divide(address, address, own(event.args.amount));
        break;
      case "Donated":
        this.#divide(address, address, new Map([[NOBODY, event.args.amount * UNIT]]));
        break;
      case "Claimed":
        this.#pay(address, token, account(event.args.account), event.args.amount * UNIT);
        break;
      case "Harvested":
        this.#harvest(address, account(event.args.source), event.args.amount * UNIT);
        break;
    }
  }

  #token(address: Address): ReplayedToken {
    const known = this.#tokens.get(address);
    if (known) return known;
    const token: ReplayedToken = { streamLeft: 0n, holders: new Map() };
    this.#tokens.set(address, token);
    return token;
  }

  #holder(token: ReplayedToken, account: Address): ReplayedHolder {
    const known = token.holders.get(account);
    if (known) return known;
    const holder: ReplayedHolder = { balance: 0n, holderClass: 0, earned: new Map() };
    token.holders.set(account, holder);
    return holder;
  }

  #move(token: ReplayedToken, account: Address, change: bigint): void {
    if (account !== zeroAddress) this.#holder(token, account).balance += change;
  }

  /** What was earned before the contract knew a treasury has no origin; a pool earns nothing more. */
  #classify(token: ReplayedToken, account: Address, holderClass: number): void {
    const holder = this.#holder(token, account);
    holder.holderClass = holderClass;
    if (holderClass === TREASURY) holder.earned = new Map([[NOBODY, total(holder.earned)]]);
  }

  #divide(address: Address, via: Address, income: ByOrigin): void {
    const holders = [...this.#token(address).holders.values()].filter(({ holderClass }) => holderClass !== EXCLUDED);
    const eligible = holders.reduce((sum, { balance }) => sum + balance, 0n);
    for (const [origin, amount] of income) {
      if (amount === 0n) continue;
      const way = `${address} ${via} ${origin}`;
      this.amounts.set(way, (this.amounts.get(way) ?? 0n) + amount);
      for (const { balance, earned } of holders) add(earned, origin, (amount * balance) / eligible);
    }
  }

  #pay(address: Address, token: ReplayedToken, account: Address, paid: bigint): void {
    this.claims += 1;
    const holder = this.#holder(token, account);
    const parts = part(holder.earned, paid);
    for (const [origin, amount] of parts) add(holder.earned, origin, -amount);
    if (holder.holderClass === TREASURY) this.#inTransit.set(`${address} ${account}`, parts);
  }
  #harvest(address: Address, source: Address, amount: bigint): void {
    const way = `${source} ${address}`;
    const parts = this.#inTransit.get(way) ?? new Map([[NOBODY, amount]]);
    this.#inTransit.delete(way);
    this.#divide(address, source, parts);
  }
}
