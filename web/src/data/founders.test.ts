import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { foundersQueryOptions } from "./founders.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import { sampleAddress } from "./testing/sample-snapshot.ts";
import { tokens, wallets } from "./testing/trio.ts";

const token = (id: string, treasuryHeld: string) => ({
  ...{ id, name: "N", symbol: "S", metadata: null, totalSupply: "900", eligibleSupply: "900", treasuryHeld },
  ...{ incomePerShare: "0", streamLeft: "0", streamEnd: "0", lastAccrual: "0" },
  ...{ totalIncome: "0", totalHarvested: "0", totalClaimed: "0", holderCount: 1, createdAt: "1" },
});
const network = (id: string, treasuryHeld: string) => ({
  ...token(id, treasuryHeld),
  ...{ founded: true, foundingEnds: "0", memberCount: 1 },
});
const holding = (of: string, holder: string, balance: string) => ({
  token: { id: of },
  holder: { id: holder },
  balance,
});
const ada = {
  ...token(tokens.ada, "5"),
  totalRealized: "0",
  person: { id: wallets.ada, holdings: [holding(tokens.ada, wallets.ada, "800")] },
};
const treasury = (index: number, kind: "NetworkToken" | "PersonalToken") => ({
  ...{ id: `${tokens.trio}${sampleAddress(index).slice(2)}`, balance: "2", treasuryOf: { __typename: kind } },
});

/** An index with Ada and two networks, of which Trio is in more treasuries than an answer has room for. */
function stubIndex() {
  const asked: Record<string, unknown>[] = [];
  const pages = [
    Array.from({ length: PAGE_SIZE }, (_, index) => treasury(index, index % 2 ? "NetworkToken" : "PersonalToken")),
    [treasury(PAGE_SIZE, "NetworkToken")],
  ];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { variables } = JSON.parse(body);
    asked.push(variables);
    const data = variables.network
      ? { holdings: pages.shift() }
      : {
          ...{ _meta: { block: { number: 7, timestamp: 9 } }, protocols: [], personalTokens: [ada] },
          ...{ networkTokens: [network(tokens.trio, "2002"), network(tokens.cleo, "0")] },
          holdings: [holding(tokens.trio, wallets.ben, "30")],
        };
    return Response.json({ data });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it("knows what persons and accounts hold of each token, and all that networks hold of a network", async () => {
  const asked = stubIndex();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const members = [tokens.trio, tokens.ada, tokens.cleo, tokens.trio, sampleAddress(5_000)];
  const facts = await client.fetchQuery(foundersQueryOptions(members, [wallets.ben]));
  expect(facts.timestamp).toBe(9);
  expect([...facts.tokens.keys()].sort()).toEqual([tokens.ada, tokens.trio, tokens.cleo].sort());
  expect(facts.balances.get(tokens.ada)).toEqual(
    new Map([
      [wallets.ben, 0n],
      [wallets.ada, 800n],
    ]),
  );
  expect(facts.balances.get(tokens.trio)?.get(wallets.ben)).toBe(30n);
  expect(facts.balances.get(tokens.trio)?.get(wallets.cleo)).toBeUndefined();
  expect(facts.heldByNetworks).toEqual(
    new Map([
      [tokens.trio, BigInt(PAGE_SIZE / 2 + 1) * 2n],
      [tokens.cleo, 0n],
    ]),
  );
  expect(asked[0]).toMatchObject({ ids: [...new Set(members)].sort(), accounts: [wallets.ben] });
  expect(asked.slice(1).map(({ after }) => after)).toEqual(["0x00", treasury(PAGE_SIZE - 1, "NetworkToken").id]);
});
