import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { type Address, parseEther, parseUnits } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realize } from "../actions/realize.ts";
import { settle } from "../actions/settle.ts";
import type { CurrencyName } from "../deploy/deploy-currency.ts";
import { type LocalProtocol, startProtocol } from "../stack/start-protocol.ts";
import { FULL_STORY } from "./full-story.ts";
import { daysOf, playStory } from "./play-story.ts";
import type { Stage } from "./stage.ts";
import type { Story } from "./story-types.ts";
import { TRIO_STORY } from "./trio-story.ts";

const DAY = 86_400;
const UNTIL_DRY = 60n;

/** 90 realized by Ada, as they come to rest: 78 3/7, 6 3/7 and 5 1/7, in seventieths of them. */
const SEVENTIETHS = { ada: 61n, ben: 5n, cleo: 4n };

/** Collects everything of the trio that is due to somebody; returns what was paid. */
function collect({ session }: LocalProtocol, stage: Stage, who: string): Promise<bigint> {
  const { token, wallet } = stage;
  return settle(session, {
    from: wallet(who),
    hops: [
      ...["ada", "ben"].map((source) => ({ holder: token("trio"), source: token(source) })),
      { holder: token("cleo"), source: token("trio"), repeats: UNTIL_DRY },
      { holder: token("trio"), source: token("cleo"), repeats: UNTIL_DRY },
    ],
    claims: [token(who), token("trio")],
  });
}

describe.each<[string, Story, CurrencyName]>([
  ["the trio alone, in the chain's coin", TRIO_STORY, "native"],
  ["the trio alone, in an old dollar", TRIO_STORY, "old-dollar"],
  ["the whole story, in a dollar", FULL_STORY, "dollar"],
])("playStory: %s", (_, story, currency) => {
  let protocol: LocalProtocol;
  let stage: Stage;
  beforeAll(async () => {
    const genesisTime = Math.floor(Date.now() / 1000) - Math.ceil(daysOf(story) * DAY) - 600;
    protocol = await startProtocol({ genesisTime }, { currency });
    stage = await playStory(protocol.session, story);
  });
  afterAll(() => protocol.chain.close());

  const balance = (token: Address, holder: Address) =>
    protocol.session.client.readContract({
      address: token,
      abi: personalTokenAbi,
      functionName: "balanceOf",
      args: [holder],
    });

  test("gives the trio the shares of the worked example", async () => {
    const { token, wallet } = stage;
    for (const who of ["ada", "ben", "cleo"]) {
      expect(await balance(token(who), wallet(who))).toBe(parseEther("800000"));
      expect(await balance(token(who), token("trio"))).toBe(parseEther("200000"));
    }
    expect(await balance(token("trio"), wallet("ada"))).toBe(parseEther("100000"));
    expect(await balance(token("trio"), wallet("ben"))).toBe(parseEther("100000"));
    expect(await balance(token("trio"), token("cleo"))).toBe(parseEther("100000"));
  });

  test("pays out the worked example to within 100 wei", async () => {
    const { session } = protocol;
    const ninety = parseUnits("90", session.deployment.currencyDecimals);
    // What the story left due is collected first, so that only the 90 are counted.
    for (const who of ["ada", "ben", "cleo"]) await collect(protocol, stage, who);
    await realize(session, {
      from: stage.wallet("ada"),
      token: stage.token("ada"),
      amount: ninety,
      evidence: "https://example.org/ninety",
    });
    for (const who of ["ada", "ben", "cleo"] as const) {
      const paid = await collect(protocol, stage, who);
      // Rounding loses a wei here and there; a fraction of a wei that earlier gains left may come back as one.
      const expected = (ninety * SEVENTIETHS[who]) / 70n;
      const difference = paid > expected ? paid - expected : expected - paid;
      expect(difference, `${who} was paid ${paid}`).toBeLessThan(100n);
    }
  });

  test("ends at the present", async () => {
    const { timestamp } = await protocol.session.client.getBlock();
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
  });
});

describe("the whole story on the chain", () => {
  let protocol: LocalProtocol;
  let stage: Stage;
  beforeAll(async () => {
    const genesisTime = Math.floor(Date.now() / 1000) - Math.ceil(daysOf(FULL_STORY) * DAY) - 600;
    protocol = await startProtocol({ genesisTime });
    stage = await playStory(protocol.session, FULL_STORY);
  });
  afterAll(() => protocol.chain.close());

  test("leaves a founding open for somebody who can complete it", async () => {
    const { client } = protocol.session;
    const night = { address: stage.token("night"), abi: networkTokenAbi } as const;
    expect(await client.readContract({ ...night, functionName: "founded" })).toBe(false);
    expect(await client.readContract({ ...night, functionName: "foundersLeft" })).toBe(1n);
    const args = [3n, stage.wallet("dev"), parseEther("100000")] as const;
    expect(await client.readContract({ ...night, functionName: "previewStake", args })).toBe(parseEther("100000"));
    for (const key of Object.keys(FULL_STORY.networks).filter((name) => name !== "night")) {
      const network = { address: stage.token(key), abi: networkTokenAbi } as const;
      expect(await client.readContract({ ...network, functionName: "founded" }), key).toBe(true);
    }
  });

  test("leaves something due to Ada, and to others", async () => {
    const due = (key: string, who: string) =>
      protocol.session.client.readContract({
        address: stage.token(key),
        abi: personalTokenAbi,
        functionName: "claimable",
        args: [stage.wallet(who)],
      });
    expect(await due("amara", "ada")).toBeGreaterThan(0n);
    expect(await due("field", "ada")).toBeGreaterThan(0n);
    expect(await due("harbour", "cleo")).toBeGreaterThan(0n);
    expect(await due("amara", "kofi")).toBeGreaterThan(0n);
  });
});
