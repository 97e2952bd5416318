import { readFileSync } from "node:fs";
import { daysOf, FULL_STORY, playStory, type Stage, settle } from "@weft/devnet";
import { parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import { query } from "./support/query.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

const DAY = 86_400;
const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const README_QUERIES = [...README.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, document = ""]) => document);

describe("the demo story, indexed", () => {
  let world: IndexedChain;
  let stage: Stage;
  let head: number;
  const id = (key: string) => stage.token(key).toLowerCase();
  const wallet = (key: string) => stage.wallet(key).toLowerCase();

  beforeAll(async () => {
    const genesisTime = Math.floor(Date.now() / 1000) - Math.ceil(daysOf(FULL_STORY) * DAY) - 600;
    world = await startIndexedChain({ genesisTime });
    stage = await playStory(world.session, FULL_STORY);
    head = await world.catchUp();
  });
  afterAll(() => world.close());

  test("says what the contracts say, at the last block and at blocks before", async () => {
    for (const block of [head, Math.floor(head / 2), Math.floor(head / 4)]) await expectIndexEqualsChain(world, block);
  });

  test("tells people and networks apart and reads what they say of themselves", async () => {
    const { personalToken, networkToken, account } = await query<Record<string, unknown>>(
      world.indexer,
      `query ($ada: ID!, $night: ID!, $wallet: ID!) {
        personalToken(id: $ada) { name symbol description metadata { name description image links } person { id } transfersOpen account { id token { id } } }
        networkToken(id: $night) { name founded founderCount memberCount creator { id } terms(orderBy: number) { number used member { id } account { id } sponsor { id } kind } }
        account(id: $wallet) { personalToken { id } token { id } }
      }`,
      { ada: id("ada"), night: id("night"), wallet: wallet("ada") },
    );
    expect(personalToken).toMatchObject({
      name: "Ada Okafor",
      symbol: "ADA",
      description: FULL_STORY.people.ada?.token?.about,
      metadata: {
        name: "Ada Okafor",
        description: FULL_STORY.people.ada?.token?.about,
        image: expect.stringMatching(/^data:image\/svg\+xml,%3Csvg/),
        links: [],
      },
      person: { id: wallet("ada") },
      transfersOpen: true,
      account: { id: id("ada"), token: { id: id("ada") } },
    });
    const used = ["80000", "60000", "70000", "0"].map((shares) => String(parseEther(shares)));
    expect(networkToken).toEqual({
      name: "Night School",
      founded: false,
      founderCount: 4,
      memberCount: 3,
      creator: { id: wallet("ingrid") },
      terms: ["ingrid", "samuel", "noor", "dev"].map((who, number) => ({
        number,
        used: used[number],
        member: { id: id(who) },
        account: { id: wallet(who) },
        sponsor: null,
        kind: "FOUNDING",
      })),
    });
    expect(account).toEqual({ personalToken: { id: id("ada") }, token: null });
  });

  test("records facts: gains, incomes, claims and stakes", async () => {
    const acts = (act: string) => FULL_STORY.steps.filter((step) => step.act === act).length;
    const facts = await query<Record<string, readonly Record<string, unknown>[]>>(
      world.indexer,
      `{ realizations(first: 1000) { id } stakes(first: 1000) { id } personalTokens(first: 1000) { id }
        realized: incomes(first: 1000, where: { kind: REALIZED }) { id }
        donated: incomes(first: 1000, where: { kind: DONATED }, orderBy: timestamp) { note amount token { symbol } source { id } } }`,
    );
    expect(facts.realizations).toHaveLength(acts("realize"));
    expect(facts.realized).toHaveLength(acts("realize"));
    expect(facts.stakes).toHaveLength(acts("stake") + acts("join"));
    expect(facts.personalTokens).toHaveLength(acts("launch"));
    expect(facts.donated?.[0]).toEqual({
      note: "For the crane, from a ferryman who used it for thirty years.",
      amount: String(parseEther("1.5")),
      token: { symbol: "HARB" },
      source: { id: wallet("kofi") },
    });
  });

  test("counts what each member brought in: together, what the network harvested", async () => {
    const { networkTokens } = await query<{
      networkTokens: {
        name: string;
        totalHarvested: string;
        totalSupply: string;
        members: { broughtIn: string; sharesIssued: string; sharesBurned: string }[];
      }[];
    }>(
      world.indexer,
      "{ networkTokens { name totalHarvested totalSupply members { broughtIn sharesIssued sharesBurned } } }",
    );
    expect(networkTokens).toHaveLength(6);
    for (const { name, totalHarvested, totalSupply, members } of networkTokens) {
      const total = (key: "broughtIn" | "sharesIssued" | "sharesBurned") =>
        members.reduce((sum, member) => sum + BigInt(member[key]), 0n);
      expect(String(total("broughtIn")), name).toBe(totalHarvested);
      expect(String(total("sharesIssued") - total("sharesBurned")), name).toBe(totalSupply);
    }
  });

  test("keeps positions, and ids that say where they come from", async () => {
    const network = id("coast");
    const member = id("harbour");
    const { positions } = await query<{ positions: unknown[] }>(
      world.indexer,
      `query ($network: Bytes!) { positions(where: { network: $network, member: "${member}" }) {
        id staked minted returned account { id } } }`,
      { network },
    );
    expect(positions).toEqual([
      {
        // Jonas staked for his own token's treasury.
        id: `${network}${member.slice(2)}${id("jonas").slice(2)}`,
        staked: String(parseEther("90000")),
        minted: String(parseEther("90000")),
        returned: "0",
        account: { id: id("jonas") },
      },
    ]);
    const { terms, holding } = await query<Record<string, unknown>>(
      world.indexer,
      `{ terms(id: "${network}00000002") { number } holding(id: "${member}${network.slice(2)}") { class balance } }`,
    );
    expect(terms).toEqual({ number: 2 });
    expect(holding).toEqual({ class: "TREASURY", balance: String(parseEther("90000")) });
  });

  test("finds something for each query of the README", async () => {
    expect(README_QUERIES.length).toBeGreaterThan(5);
    // All but a hop that fails is in the story.
    const hops = [{ holder: stage.token("harbour"), source: stage.token("harbour") }];
    await settle(world.session, { from: stage.wallet("ada"), hops, claims: [] });
    await world.catchUp();
    for (const document of README_QUERIES) {
      const answer = await query<Record<string, readonly unknown[]>>(world.indexer, document);
      for (const [field, rows] of Object.entries(answer))
        expect(rows.length, `${field} of ${document}`).toBeGreaterThan(0);
    }
  });
});
