import { claim, devAccount, distribute, harvest, playStory, realize, TRIO_STORY } from "@weft/devnet";
import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { passTime } from "./support/pass-time.ts";
import { query } from "./support/query.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

interface Row {
  readonly timestamp: string;
  readonly token?: { readonly symbol: string };
  readonly kind?: string;
  readonly class?: string;
  readonly amount: string;
  readonly count: string;
  readonly total: string;
}

describe("charts", () => {
  let world: IndexedChain;
  let midnight: number;

  /** Rows as `<day or hour since the first midnight> <dimensions>: <amount> in <count>, <total> so far`. */
  async function chart(name: string, interval: "hour" | "day", dimensions: string): Promise<string[]> {
    await world.catchUp();
    const { rows } = await query<{ rows: Row[] }>(
      world.indexer,
      `{ rows: ${name}_collection(interval: ${interval}, first: 1000, current: include) {
        timestamp ${dimensions} amount count total
      } }`,
    );
    const seconds = interval === "hour" ? HOUR : DAY;
    return rows
      .map(({ timestamp, amount, count, total, token, kind, class: holderClass }) => {
        const bucket = (Number(timestamp) / 1e6 - midnight) / seconds;
        const of = [token?.symbol, kind, holderClass].filter((part) => part !== undefined).join(" ");
        return `${bucket} ${of}: ${amount} in ${count}, ${total} so far`;
      })
      .sort();
  }

  beforeAll(async () => {
    world = await startIndexedChain();
    const { session } = world;
    const stage = await playStory(session, TRIO_STORY);
    const { timestamp } = await session.client.getBlock();
    midnight = Math.ceil(Number(timestamp) / DAY) * DAY;
    await passTime(session, midnight - Number(timestamp));
    const [ada, trio] = [stage.token("ada"), stage.token("trio")] as [Address, Address];
    const from = stage.wallet("ada");
    const gain = (amount: bigint, duration = 0n) =>
      realize(session, { from, token: ada, amount, duration, evidence: "" });
    await gain(100n);
    await gain(60n);
    await passTime(session, HOUR);
    await gain(1_000_000n, BigInt(DAY));
    await distribute(session, { from: devAccount(9), token: trio, amount: 7n, note: "" });
    await passTime(session, 2 * DAY);
    await harvest(session, { from, holder: trio, source: ada });
    await claim(session, { from, token: ada, account: from });
    await gain(40n);
  });
  afterAll(() => world.close());

  test("show a token's income by kind, hour by hour and day by day, and all of it so far", async () => {
    expect(await chart("incomeStats", "day", "token { symbol } kind")).toEqual([
      "0 ADA REALIZED: 1000160 in 3, 1000160 so far",
      "0 TRIO DONATED: 7 in 1, 7 so far",
      "2 ADA REALIZED: 40 in 1, 1000200 so far",
      "2 TRIO HARVESTED: 200031 in 1, 200031 so far",
    ]);
    const hours = await chart("incomeStats", "hour", "token { symbol } kind");
    expect(hours.filter((row) => row.includes("ADA"))).toEqual([
      "0 ADA REALIZED: 160 in 2, 160 so far",
      "1 ADA REALIZED: 1000000 in 1, 1000160 so far",
      "49 ADA REALIZED: 40 in 1, 1000200 so far",
    ]);
  });

  test("show the income of the whole protocol, where what passes on counts again", async () => {
    expect(await chart("protocolIncomeStats", "day", "kind")).toEqual([
      "0 DONATED: 7 in 1, 7 so far",
      "0 REALIZED: 1000160 in 3, 1000160 so far",
      "2 HARVESTED: 200031 in 1, 200031 so far",
      "2 REALIZED: 40 in 1, 1000200 so far",
    ]);
  });

  test("show what was paid to wallets and to treasuries", async () => {
    const rows = ["2 ADA TREASURY: 200031 in 1, 200031 so far", "2 ADA WALLET: 800127 in 1, 800127 so far"];
    expect(await chart("claimStats", "day", "token { symbol } class")).toEqual(rows);
    expect(await chart("protocolClaimStats", "day", "class")).toEqual(rows.map((row) => row.replace("ADA ", "")));
  });
});
