import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { graphView } from "./graph-view.ts";

describe("graphView", () => {
  const view = graphView(trioSnapshot({ adaRealized: 90n * ONE }));

  test("a person is one node with token, wallet and treasury", () => {
    expect([...view.nodes.keys()].sort()).toEqual([tokens.ada, tokens.ben, tokens.cleo, tokens.trio]);
    expect(view.nodes.get(tokens.cleo)).toMatchObject({
      kind: "person",
      name: "Cleo Marchetti",
      label: "Cleo",
      symbol: "CLEO",
      wallet: wallets.cleo,
      treasury: true,
    });
    expect(view.nodes.get(tokens.ada)?.treasury).toBe(false);
    expect(view.nodeOf.get(wallets.cleo)).toBe(tokens.cleo);
  });

  test("a thread runs from the token to its holder", () => {
    const thread = view.threads.find((each) => each.holder === tokens.cleo);
    expect(thread).toMatchObject({ source: tokens.trio, target: tokens.cleo, class: "TREASURY", kind: "network" });
    expect(thread?.share).toBeCloseTo(1 / 3, 12);
  });

  test("what people hold of themselves is a fact without a thread", () => {
    expect(view.own.map((each) => each.source)).toEqual([tokens.ada, tokens.ben, tokens.cleo]);
    for (const each of view.own) expect(each.share).toBeCloseTo(0.8, 12);
    expect(view.threads).toHaveLength(6);
  });

  test("who earned more is drawn larger", () => {
    const radius = (id: typeof tokens.ada) => view.nodes.get(id)?.radius ?? 0;
    expect(radius(tokens.ada)).toBeGreaterThan(radius(tokens.ben));
    expect(radius(tokens.trio)).toBeGreaterThan(radius(tokens.ben));
  });

  test("pools and wallets are nodes of their own; a pool's share is of total supply", () => {
    const [token, person, pool, other] = [sampleAddress(1), sampleAddress(2), sampleAddress(3), sampleAddress(4)];
    const { nodes, threads } = graphView(
      sampleSnapshot(
        [{ address: token, name: "Dev", symbol: "DEV", person }],
        [
          { token, holder: pool, balance: 25n * ONE, class: "EXCLUDED" },
          { token, holder: other, balance: 50n * ONE },
          { token, holder: person, balance: 25n * ONE },
        ],
      ),
    );
    expect(nodes.get(pool)).toMatchObject({ kind: "pool", label: "Dev pool" });
    expect(nodes.get(other)).toMatchObject({ kind: "wallet", label: "0x0000…0004" });
    expect(threads.map((thread) => [thread.target, thread.share])).toEqual([
      [other, shareOf(50n, 75n)],
      [pool, 0.25],
    ]);
  });

  test("nobody yet is an empty picture", () => {
    const empty = graphView(sampleSnapshot([], []));
    expect(empty.nodes.size).toBe(0);
    expect(empty.threads).toEqual([]);
  });
});
