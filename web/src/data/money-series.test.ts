import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { moneySeriesQueryOptions, readPages } from "./money-series.ts";
import { IndexAnswerError } from "./read-answer.ts";
import { tokens } from "./testing/trio.ts";

const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });
const asked: Record<string, unknown>[] = [];

function answerWith(rows: unknown): void {
  asked.length = 0;
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body));
    return Response.json({ data: { rows } });
  });
}

afterEach(() => vi.unstubAllGlobals());

describe("moneySeriesQueryOptions", () => {
  const question = { about: "income", token: tokens.ada, interval: "day", from: 1_792_108_800 } as const;

  it("asks from a time on, in microseconds, and reads amounts in wei", async () => {
    answerWith([{ timestamp: "1792108800000000", what: "REALIZED", amount: "8500000000000000001" }]);
    expect(await client().fetchQuery(moneySeriesQueryOptions(question))).toEqual([
      { start: 1_792_108_800, part: "REALIZED", amount: 8_500_000_000_000_000_001n },
    ]);
    expect(asked[0]?.variables).toEqual({ token: tokens.ada, interval: "day", from: "1792108800000000", first: 1000 });
  });

  it("asks another collection for payments, and for all tokens together", async () => {
    answerWith([]);
    await client().fetchQuery(moneySeriesQueryOptions({ ...question, about: "payments" }));
    await client().fetchQuery(moneySeriesQueryOptions({ ...question, token: undefined }));
    await client().fetchQuery(moneySeriesQueryOptions({ ...question, about: "payments", token: undefined }));
    const collections = asked.map(({ query }) => /rows: (\w+)/.exec(String(query))?.[1]);
    expect(collections).toEqual([
      "claimStats_collection",
      "protocolIncomeStats_collection",
      "protocolClaimStats_collection",
    ]);
  });

  it("refuses what is no amount", async () => {
    answerWith([{ timestamp: "1792108800000000", what: "REALIZED", amount: "-1" }]);
    await expect(client().fetchQuery(moneySeriesQueryOptions(question))).rejects.toThrow(IndexAnswerError);
  });
});

describe("readPages", () => {
  /** Three rows a moment, so that a page of 1,000 ends in the middle of one. */
  const rows = Array.from({ length: 2_501 }, (_, index) => ({ timestamp: String(Math.floor(index / 3)), index }));

  it("reads every row once, in order, though pages end within a moment", async () => {
    let pages = 0;
    const read = await readPages(async (from) => {
      pages++;
      return rows.filter(({ timestamp }) => BigInt(timestamp) >= from).slice(0, 1000);
    }, 0n);
    expect(read).toEqual(rows);
    expect(pages).toBe(3);
  });
});
