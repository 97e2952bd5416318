import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { countFilters, filterView } from "./filter-view.ts";
import { graphView } from "./graph-view.ts";

const [ann, bob, club, gang, pool, wallet, alone] = Array.from({ length: 7 }, (_, i) => sampleAddress(i + 1)) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
];
const walletOf = (token: `0x${string}`) => sampleAddress(100 + Number(token));

/** Ann is in the club, Bob in the gang; Ann has a pool and a small holder; one is alone. */
const view = graphView(
  sampleSnapshot(
    [
      { address: ann, name: "Ann", symbol: "ANN", person: walletOf(ann) },
      { address: bob, name: "Bob", symbol: "BOB", person: walletOf(bob) },
      { address: alone, name: "Lone", symbol: "LONE", person: walletOf(alone) },
      { address: club, name: "Club", symbol: "CLUB" },
      { address: gang, name: "Gang", symbol: "GANG" },
    ],
    [
      { token: ann, holder: walletOf(ann), balance: 60n * ONE },
      { token: ann, holder: club, balance: 37n * ONE },
      { token: ann, holder: wallet, balance: 3n * ONE },
      { token: ann, holder: pool, balance: 20n * ONE, class: "EXCLUDED" },
      { token: bob, holder: gang, balance: 50n * ONE },
      { token: bob, holder: walletOf(bob), balance: 50n * ONE },
      { token: club, holder: walletOf(ann), balance: 10n * ONE },
      { token: gang, holder: walletOf(bob), balance: 10n * ONE },
      { token: alone, holder: walletOf(alone), balance: ONE },
    ],
  ),
);
const shown = (...args: Parameters<typeof filterView> extends [unknown, ...infer Rest] ? Rest : never) =>
  [...filterView(view, ...args).nodes.keys()].sort();

describe("filterView", () => {
  test("no filter leaves everything, the very same", () => {
    expect(filterView(view, {}, undefined)).toBe(view);
    expect(countFilters({})).toBe(0);
  });

  test("networks show themselves with their members and holders", () => {
    expect(shown({ networks: [club] }, undefined)).toEqual([ann, club]);
    expect(shown({ networks: [club, gang] }, undefined)).toEqual([ann, bob, club, gang]);
  });

  test("a least share takes thin threads away, and who hung on them alone", () => {
    const filtered = filterView(view, { least: 5 }, undefined);
    expect([...filtered.nodes.keys()].sort()).toEqual([ann, bob, club, gang, pool]);
    expect(filtered.threads.every((thread) => thread.share >= 0.05)).toBe(true);
  });

  test("kinds that are left out go with their threads; who never had a thread stays", () => {
    const filtered = filterView(view, { hide: ["pool", "wallet"] }, undefined);
    expect([...filtered.nodes.keys()].sort()).toEqual([ann, bob, club, gang, alone]);
    expect(filtered.threads.map((thread) => thread.target)).not.toContain(pool);
  });

  test("the selected node always stays", () => {
    expect(shown({ networks: [club] }, bob)).toEqual([ann, bob, club]);
    expect(shown({ hide: ["pool"], least: 25 }, pool)).toContain(pool);
  });

  test("never a thread without both its ends", () => {
    const trio = graphView(trioSnapshot());
    const { nodes, threads } = filterView(trio, { networks: [tokens.trio], least: 25 }, undefined);
    for (const { source, target } of threads) expect(nodes.has(source) && nodes.has(target)).toBe(true);
  });
});
