import { describe, expect, test } from "vitest";
import { DEPLOYER_INDEX } from "../chain/dev-accounts.ts";
import { FULL_STORY } from "./full-story.ts";
import { MAX_URI_BYTES, metadataUri } from "./metadata.ts";
import type { Step } from "./story-types.ts";

const people = Object.entries(FULL_STORY.people);
const networks = Object.entries(FULL_STORY.networks);
const stakes = FULL_STORY.steps.filter((step) => step.act === "stake");
const TRIO = ["ada", "ben", "cleo", "trio"];

/** Who holds whose token once everybody named has staked: holder → token, treasuries by the token's key. */
function treasuryEdges(): [string, string][] {
  return stakes.flatMap(({ who, network }) => {
    const founder = FULL_STORY.networks[network]?.founders.find((candidate) => candidate.who === who);
    if (founder === undefined) throw new Error(`${who} is no founder of ${network}`);
    const taken: [string, string] = [network, founder.member];
    return founder.to === "treasury" ? [taken, [who, network] as [string, string]] : [taken];
  });
}

function circlesOfLength(length: number): string[][] {
  const edges = treasuryEdges();
  const walks = (path: string[]): string[][] =>
    edges
      .filter(([holder]) => holder === path.at(-1))
      .flatMap(([, token]) => {
        if (token === path[0]) return path.length === length ? [path] : [];
        return path.includes(token) || path.length === length ? [] : walks([...path, token]);
      });
  return [...new Set(edges.map(([holder]) => holder))].flatMap((start) => walks([start]));
}

describe("the demo story", () => {
  test("has people and networks enough, each person with an account of their own", () => {
    const accounts = people.map(([, { account }]) => account);
    expect(people.filter(([, { token }]) => token !== undefined).length).toBeGreaterThanOrEqual(12);
    expect(networks.length).toBeGreaterThanOrEqual(3);
    expect(new Set(accounts).size).toBe(accounts.length);
    expect(accounts).not.toContain(DEPLOYER_INDEX);
    expect(FULL_STORY.people.ada?.account).toBe(0);
    expect(FULL_STORY.people.ben?.account).toBe(1);
    expect(FULL_STORY.people.cleo?.account).toBe(2);
  });

  test("goes forward in time, over weeks", () => {
    const days = FULL_STORY.steps.map((step) => step.day);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days.at(-1)).toBeGreaterThan(28);
  });

  test("has a network within a network, and circles of two and of three", () => {
    expect(networks.some(([, { founders }]) => founders.some(({ member }) => member in FULL_STORY.networks))).toBe(
      true,
    );
    expect(circlesOfLength(2)).toContainEqual(["trio", "cleo"]);
    expect(circlesOfLength(3)).toContainEqual(["harbour", "jonas", "coast"]);
  });

  test("leaves the trio's shares with the trio", () => {
    const concerns = (step: Step) => step.act === "pass" && TRIO.includes(step.token);
    expect(FULL_STORY.steps.filter(concerns)).toEqual([]);
    const outside = networks.filter(([key]) => key !== "trio").flatMap(([, { founders }]) => founders);
    expect(outside.filter(({ member }) => TRIO.includes(member))).toEqual([]);
  });

  test("leaves one founder to stake", () => {
    const missing = networks.flatMap(([key, { founders }]) =>
      founders.filter(({ who }) => !stakes.some((step) => step.who === who && step.network === key)),
    );
    expect(missing).toEqual([{ who: "dev", member: "dev", stake: "100000", rate: "1", to: "wallet" }]);
  });

  test("ends with a vote that is open, and an application that nobody answered", () => {
    const proposed = FULL_STORY.steps.filter((step) => step.act === "propose");
    const executed = FULL_STORY.steps.filter((step) => step.act === "execute").map(({ proposal }) => proposal);
    const last = proposed.at(-1);
    expect(executed).not.toContain(last?.key);
    expect(FULL_STORY.networks[last?.network ?? ""]?.votingDays).toBeGreaterThanOrEqual(30);
    const asked = FULL_STORY.steps.filter((step) => step.act === "apply");
    const unanswered = asked.filter(({ network, member }) =>
      proposed.every((proposal) => proposal.network !== network || proposal.member !== member),
    );
    expect(unanswered).toHaveLength(1);
  });

  test.each([
    ...people.flatMap(([key, { token }]) => (token ? [{ key, kind: "person" as const, ...token }] : [])),
    ...networks.map(([key, network]) => ({ key, kind: "network" as const, ...network })),
  ])("describes $key in little room", (token) => {
    const uri = metadataUri(token);
    const json = JSON.parse(Buffer.from(uri.split(",")[1] ?? "", "base64").toString("utf8"));
    expect(json).toMatchObject({ name: token.name, symbol: token.symbol, description: token.about });
    expect(decodeURIComponent(json.image)).toMatch(/^data:image\/svg\+xml,<svg .*<\/svg>$/);
    expect(uri.length).toBeLessThan(2_500);
    expect(uri.length).toBeLessThan(MAX_URI_BYTES);
  });
});
