import { afterEach, expect, test, vi } from "vitest";
import { fetchGraphSize, fetchNeighbourhood } from "./fetch-neighbourhood.ts";
import { ONE, sampleAddress } from "./testing/sample-snapshot.ts";

afterEach(() => vi.unstubAllGlobals());

const LENGTH = 12;
const token = (index: number) => sampleAddress(0x100 + index);
const wallet = (index: number) => sampleAddress(0x200 + index);

/** A chain of people: each holds half of themselves, the next one the other half. */
const holdings = Array.from({ length: LENGTH }, (_, index) => [
  { token: token(index), holder: wallet(index) },
  { token: token(index), holder: wallet((index + 1) % LENGTH) },
])
  .flat()
  .map(({ token: held, holder }) => ({
    id: `${held}${holder.slice(2)}`,
    token: { id: held },
    holder: { id: holder, personalToken: { id: sampleAddress(Number(holder) - 0x100) } },
    class: "WALLET",
    balance: String(ONE),
    debt: "0",
    claimed: "0",
  }));

const person = (index: number) => ({
  id: token(index),
  name: `Person ${index}`,
  symbol: `P${index}`,
  metadata: null,
  totalSupply: String(2n * ONE),
  eligibleSupply: String(2n * ONE),
  treasuryHeld: "0",
  incomePerShare: "0",
  streamLeft: "0",
  streamEnd: "0",
  lastAccrual: "0",
  totalIncome: "0",
  totalHarvested: "0",
  totalClaimed: "0",
  holderCount: 2,
  createdAt: "1700000000",
  totalRealized: "0",
  person: { id: wallet(index) },
});

interface Question {
  readonly query: string;
  readonly variables: { readonly ids?: readonly string[]; readonly wallets?: readonly string[] };
}

/** An index of the chain at block 42 that counts what it is asked. */
function stubIndex(): Question[] {
  const asked: Question[] = [];
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    const question = JSON.parse(String(init.body)) as Question;
    asked.push(question);
    const { ids = [], wallets = [] } = question.variables;
    const people = Array.from({ length: LENGTH }, (_, index) => person(index));
    return Response.json({
      data: {
        _meta: { block: { number: 42, timestamp: 1_800_000_000 } },
        protocols: [
          {
            registry: sampleAddress(1),
            currency: sampleAddress(0),
            currencySymbol: null,
            currencyDecimals: 18,
            totalRealized: "0",
            totalIncome: "0",
            totalClaimed: "0",
            holderCount: 24,
            personalTokenCount: LENGTH,
            networkTokenCount: 0,
          },
        ],
        equityTokens: [{ id: token(3) }],
        owners: holdings.filter((row) => ids.includes(row.token.id)),
        owned: holdings.filter((row) => ids.includes(row.holder.id)),
        personalTokens: people.filter((row) => ids.includes(row.id) || wallets.includes(row.person.id)),
        networkTokens: [],
      },
    });
  });
  return asked;
}

const indexOf = (address: string) => Number(address) - 0x100;

test("says how large the graph is and where it is largest, at one block", async () => {
  stubIndex();
  const size = await fetchGraphSize({});
  expect(size).toMatchObject({ block: 42, holdings: 24, tokens: LENGTH, largest: token(3) });
});

test("reads what lies within the depth, people whole: by token and by wallet alike", async () => {
  stubIndex();
  const size = await fetchGraphSize({});
  for (const around of [token(5), wallet(5)]) {
    const { tokens, holdings: read, block } = await fetchNeighbourhood({ size, around, depth: 1 });
    expect(block).toBe(42);
    expect([...tokens.keys()].map(indexOf).sort()).toEqual([4, 5, 6]);
    // Who owns 5, and what 5 owns: of 5 and of 4.
    expect(read.map((row) => [indexOf(row.token), Number(row.holder) - 0x200]).sort()).toEqual([
      [4, 5],
      [5, 5],
      [5, 6],
    ]);
  }
});

test("goes one step further with each of the depth, and asks about nobody twice", async () => {
  const asked = stubIndex();
  const size = await fetchGraphSize({});
  const { tokens } = await fetchNeighbourhood({ size, around: token(5), depth: 3 });
  expect([...tokens.keys()].map(indexOf).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  const neighbours = asked
    .filter(({ query }) => query.includes("Neighbours"))
    .flatMap(({ variables }) => variables.ids);
  expect(new Set(neighbours).size).toBe(neighbours.length);
});

test("an address that holds nothing is an empty neighbourhood", async () => {
  stubIndex();
  const size = await fetchGraphSize({});
  const { tokens, holdings: read } = await fetchNeighbourhood({ size, around: sampleAddress(9), depth: 2 });
  expect([tokens.size, read.length]).toEqual([0, 0]);
});
