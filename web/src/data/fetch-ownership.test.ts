import { afterEach, expect, test, vi } from "vitest";
import { fetchOwnership, readAllPages } from "./fetch-ownership.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import { sampleAddress } from "./testing/sample-snapshot.ts";

afterEach(() => vi.unstubAllGlobals());

const ONE = 10n ** 18n;
const HOLDERS = 2_500;
const TOKEN = sampleAddress(7);
const PERSON = sampleAddress(8);

const holdings = Array.from({ length: HOLDERS }, (_, index) => {
  const holder = sampleAddress(1_000 + index);
  return {
    id: `${TOKEN}${holder.slice(2)}`,
    token: { id: TOKEN },
    holder: { id: holder },
    class: "WALLET",
    balance: String(ONE),
    debt: "-3",
    claimed: "0",
  };
});

const token = {
  id: TOKEN.toUpperCase().replace("0X", "0x"),
  name: "Ada \u202eOkafor",
  symbol: "ADA",
  metadata: { description: null, image: "https://example.com/spy.png" },
  totalSupply: String(ONE * BigInt(HOLDERS)),
  eligibleSupply: String(ONE * BigInt(HOLDERS)),
  treasuryHeld: "0",
  incomePerShare: "0",
  streamLeft: "0",
  streamEnd: "0",
  lastAccrual: "0",
  totalIncome: "0",
  totalHarvested: "0",
  totalClaimed: "0",
  holderCount: HOLDERS,
  createdAt: "1700000000",
  totalRealized: "0",
  person: { id: PERSON },
};

interface Question {
  readonly query: string;
  readonly variables: { readonly block: { number: number } | null; readonly after?: string };
}

/** An index of one token with many holders, whose newest block is 42. */
function stubIndex(change: Record<string, unknown> = {}) {
  const asked: Question[] = [];
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    const question = JSON.parse(String(init.body)) as Question;
    asked.push(question);
    const { after } = question.variables;
    const page = holdings.filter(({ id }) => !after || id > after).slice(0, PAGE_SIZE);
    const start = {
      _meta: { block: { number: question.variables.block?.number ?? 42, timestamp: 1_800_000_000 } },
      protocols: [],
      personalTokens: [token],
      networkTokens: [],
    };
    return Response.json({
      data: question.query.includes("OwnershipStart") ? { ...start, holdings: page, ...change } : { holdings: page },
    });
  });
  return asked;
}

test("reads every page at the block of the first", async () => {
  const asked = stubIndex();
  const snapshot = await fetchOwnership();
  expect(snapshot.holdings).toHaveLength(HOLDERS);
  expect(asked.map(({ variables }) => variables.block)).toEqual([null, { number: 42 }, { number: 42 }]);
  expect(snapshot.block).toBe(42);
});

test("reads the past when it is asked for", async () => {
  const asked = stubIndex();
  const snapshot = await fetchOwnership({ block: 9 });
  expect(snapshot.block).toBe(9);
  expect(new Set(asked.map(({ variables }) => variables.block?.number))).toEqual(new Set([9]));
});

test("cleans what strangers wrote and lower-cases addresses", async () => {
  stubIndex();
  const info = (await fetchOwnership()).tokens.get(TOKEN);
  expect(info).toMatchObject({ address: TOKEN, name: "Ada Okafor", image: undefined, person: PERSON });
});

test("knows that a person's wallet is the person", async () => {
  stubIndex();
  const { accounts } = await fetchOwnership();
  expect(accounts.get(PERSON)).toEqual({ address: PERSON, pool: false, personalToken: TOKEN });
  expect(accounts.get(TOKEN)).toEqual({ address: TOKEN, pool: false, token: TOKEN });
});

test.each([
  [{ personalTokens: [{ ...token, totalSupply: "lots" }] }, "token.totalSupply"],
  [{ personalTokens: [{ ...token, totalIncome: "-1" }] }, "token.totalIncome"],
  [{ personalTokens: [{ ...token, person: { id: "ada" } }] }, "PersonalToken.person"],
  [{ personalTokens: [{ ...token, holderCount: 1.5 }] }, "token.holderCount"],
  [{ holdings: [{ ...holdings[0], class: "KING" }] }, "Holding.class"],
  [{ holdings: [{ ...holdings[0], balance: 1e18 }] }, "Holding.balance"],
  [{ _meta: null }, "_meta"],
])("shows nothing rather than something wrong: %#", async (change, field) => {
  stubIndex(change);
  await expect(fetchOwnership()).rejects.toThrow(new RegExp(`^The index answered .* for ${field}, which should be`));
});

test("asks for who gave all shares away, too: their income is due", async () => {
  stubIndex({ holdings: [...holdings.slice(0, 1), { ...holdings[1], balance: "0", debt: "-7" }] });
  const { holdings: read, graph } = await fetchOwnership();
  expect(read.map(({ balance, debt }) => [balance, debt])).toEqual([
    [ONE, -3n],
    [0n, -7n],
  ]);
  // The rest of the supply is with holders that are not listed: an empty holding owns nothing.
  expect(graph.edgeHolder).toHaveLength(2);
});

test("stops at the first page that is not full", async () => {
  const rows = (from: number, length: number) =>
    Array.from({ length }, (_, index) => ({ id: sampleAddress(from + index) }));
  const pages = [rows(2_000, PAGE_SIZE), rows(4_000, 0)];
  const asked: string[] = [];
  const all = await readAllPages(rows(1_000, PAGE_SIZE), async (after) => {
    asked.push(after);
    return pages.shift() ?? [];
  });
  expect(all).toHaveLength(2 * PAGE_SIZE);
  expect(asked).toEqual([sampleAddress(1_999), sampleAddress(2_999)]);
});
