import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { graphView } from "./graph-view.ts";
import { visiblePart } from "./neighbourhood.ts";
import { holdingsOf, ownersOf } from "./owners.ts";
import { endOrder, tableRows } from "./table-rows.ts";

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const percent = (value: unknown) => (typeof value === "number" ? Math.round(value * 1000) / 10 : value);

describe("ownersOf", () => {
  test("who owns Ada, directly and in the end", () => {
    const { rows, trapped } = ownersOf(snapshot, view, tokens.ada);
    expect(rows.map((row) => [row.name, percent(row.directly), percent(row.inTheEnd)])).toEqual([
      ["Ada", 80, 87.1],
      ["Trio", 20, "passes on"],
      ["Ben", 0, 7.1],
      ["Cleo", 0, 5.7],
    ]);
    expect(trapped).toBe(0);
  });

  test("a person's treasury is told from the person", () => {
    const { rows } = ownersOf(snapshot, view, tokens.trio);
    expect(rows.find((row) => row.holder === tokens.cleo)).toMatchObject({
      name: "Cleo’s treasury",
      inTheEnd: "passes on",
    });
  });

  test("what rests with people in the end is everything that is not trapped", () => {
    for (const token of Object.values(tokens)) {
      const { rows, trapped } = ownersOf(snapshot, view, token);
      const sum = rows.reduce((total, row) => total + (typeof row.inTheEnd === "number" ? row.inTheEnd : 0), trapped);
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  test("a pool has no part", () => {
    const [token, person, pool] = [sampleAddress(1), sampleAddress(2), sampleAddress(3)];
    const pooled = sampleSnapshot(
      [{ address: token, name: "Dev", symbol: "DEV", person }],
      [
        { token, holder: person, balance: 3n * ONE },
        { token, holder: pool, balance: ONE, class: "EXCLUDED" },
      ],
    );
    const { rows } = ownersOf(pooled, graphView(pooled), token);
    expect(rows.map((row) => [row.directly, row.inTheEnd])).toEqual([
      [1, 1],
      [0.25, "no part"],
    ]);
  });
});

describe("holdingsOf", () => {
  test("a person owns by wallet and by treasury", () => {
    expect(
      holdingsOf(snapshot, view, tokens.cleo).map((row) => [row.name, row.treasury, percent(row.inTheEnd)]),
    ).toEqual([
      ["Cleo", false, 85.7],
      ["Trio", true, "passes on"],
      ["Trio", false, 28.6],
      ["Ada", false, 5.7],
      ["Ben", false, 5.7],
    ]);
  });

  test("a network owns what its members staked", () => {
    expect(
      holdingsOf(snapshot, view, tokens.trio).map((row) => [row.name, percent(row.directly), row.inTheEnd]),
    ).toEqual([
      ["Ada", 20, "passes on"],
      ["Ben", 20, "passes on"],
      ["Cleo", 20, "passes on"],
    ]);
  });
});

describe("tableRows", () => {
  const visible = visiblePart(view, { selected: undefined });
  const rows = tableRows(snapshot, view, visible);

  test("has every holding, and every part owned only in the end", () => {
    expect(rows.filter((row) => row.balance > 0n)).toHaveLength(snapshot.holdings.length);
    expect(rows.filter((row) => row.balance === 0n && row.holder === wallets.ben)).toHaveLength(2);
  });

  test("can be had without what is owned only through others, and from a least part on", () => {
    expect(tableRows(snapshot, view, visible, { onlyDirect: true })).toHaveLength(snapshot.holdings.length);
    const large = tableRows(snapshot, view, visible, { least: 30 });
    expect(large.every((row) => row.directly >= 0.3)).toBe(true);
    expect(large.map((row) => row.directly)).toContain(shareOf(1n, 3n));
  });

  test("says nothing of who is not shown", () => {
    const part = visiblePart(view, { selected: tokens.ada, depth: 1, way: "owners" });
    const shown = tableRows(snapshot, view, part);
    expect(new Set(shown.flatMap((row) => [row.token, row.node]))).toEqual(new Set([tokens.ada, tokens.trio]));
  });

  test("words sort before every part", () => {
    const order = rows.map((row) => endOrder(row.inTheEnd)).sort((a, b) => a - b);
    expect(order[0]).toBe(-1);
    expect(order.at(-1)).toBeCloseTo(0.871, 3);
    expect(endOrder("no part")).toBe(-2);
  });
});
