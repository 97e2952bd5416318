import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { changesAt, DATABASES, openTestStore, setEntity, testBlock } from "../store/store.fixture.ts";
import type { StoredBlock } from "../store/store.ts";
import { createQueryEngine } from "./execute.ts";

interface Opened {
  readonly model: SchemaModel;
  readonly store: QueryableStore;
}

const HOUR = 3_600;

async function ask({ model, store }: Opened, query: string): Promise<unknown> {
  const answer = await createQueryEngine({ model, store }).execute({
    document: parse(query),
    variables: {},
    operationName: null,
  });
  return answer.errors ?? answer.data;
}

function blockAt(number: number, seconds: number): StoredBlock {
  return { ...testBlock(number), timestamp: seconds };
}

/** graph-node's aggregation test (`aggregation.rs`). */
describe.each(DATABASES)("statistics of prices (%s)", (on) => {
  const TOKENS = ["0xdeadbeef01", "0xdeadbeef02"];
  const MINUTES = [30, 40, 65, 121];
  const AMOUNTS = [
    [10, 2, 30, 4],
    [1, 20, 3, 40],
  ];
  const FIELDS = "id timestamp token { id } sum sum_sq max first last value totalValue";
  let opened: Opened;

  beforeAll(async () => {
    opened = await openTestStore(
      `
      type Token @entity { id: Bytes!, name: String!, stats: [Stats!]! @derivedFrom(field: "token") }
      type Data @entity(timeseries: true) { id: Int8!, timestamp: Timestamp!, token: Token!, price: BigDecimal!, amount: BigDecimal! }
      type Stats @aggregation(intervals: ["day", "hour"], source: "Data") {
        id: Int8!, timestamp: Timestamp!, token: Token!
        sum: BigDecimal! @aggregate(fn: "sum", arg: "price")
        sum_sq: BigDecimal! @aggregate(fn: "sum", arg: "price * price")
        max: BigDecimal! @aggregate(fn: "max", arg: "amount")
        first: BigDecimal @aggregate(fn: "first", arg: "amount")
        last: BigDecimal! @aggregate(fn: "last", arg: "amount")
        value: BigDecimal! @aggregate(fn: "sum", arg: "price * amount")
        totalValue: BigDecimal! @aggregate(fn: "sum", arg: "price * amount", cumulative: true)
      }
      type TotalStats @aggregation(intervals: ["hour"], source: "Data") {
        id: Int8!, timestamp: Timestamp!, max: BigDecimal! @aggregate(fn: "max", arg: "price")
      }`,
      on,
    );
    const { model, store } = opened;
    for (const [number, minutes] of MINUTES.entries()) {
      const block = blockAt(number, minutes * 60);
      const points = TOKENS.map((token, index) =>
        setEntity(model, "Data", {
          id: String(number * 10 + index + 1),
          timestamp: String(block.timestamp * 1_000_000),
          token,
          price: String(number + 1),
          amount: String(AMOUNTS[index]?.[number]),
        }),
      );
      const tokens = TOKENS.map((id) => setEntity(model, "Token", { id, name: id }));
      await store.commit([changesAt(block, number === 0 ? [...tokens, ...points] : points)], block);
    }
  });
  afterAll(() => opened.store.close());

  const row = (values: string): Record<string, unknown> => {
    const [id, timestamp, token, sum, sum_sq, max, first, last, value, totalValue] = values.split(" ");
    const micros = String(Number(timestamp) * 1_000_000);
    return {
      id,
      timestamp: micros,
      token: { id: TOKENS[Number(token) - 1] },
      sum,
      sum_sq,
      max,
      first,
      last,
      value,
      totalValue,
    };
  };
  const FIRST = [row("12 0 2 3 5 20 1 20 41 41"), row("11 0 1 3 5 10 10 2 14 14")];
  const SECOND = [row("22 3600 2 3 9 3 3 3 9 50"), row("21 3600 1 3 9 30 30 30 90 104")];
  const RUNNING = [row("32 7200 2 4 16 40 40 40 160 210"), row("31 7200 1 4 16 4 4 4 16 120")];
  const stats = (rest: string): Promise<unknown> =>
    ask(opened, `{ stats_collection(interval: hour${rest}) { ${FIELDS} } }`);

  it.each([
    ["no bucket before one ends", ", block: {number: 1}", []],
    ["the first from the block after its end", ", block: {number: 2}", FIRST],
    ["the second", "", [...SECOND, ...FIRST]],
    ["the running one on request", ", current: include", [...RUNNING, ...SECOND, ...FIRST]],
    [
      "the one that ran then",
      ", current: include, block: {number: 1}",
      [row("12 0 2 3 5 20 1 20 41 41"), row("11 0 1 3 5 10 10 2 14 14")],
    ],
    ["the one that ran at a block with buckets", ", current: include, block: {number: 2}", [...SECOND, ...FIRST]],
    ["ascending", ", current: include, first: 3, orderBy: timestamp", [FIRST[1], FIRST[0], SECOND[1]]],
    ["only of a token", `, current: include, where: {token: "${TOKENS[0]}"}`, [RUNNING[1], SECOND[1], FIRST[1]]],
    ["only of an hour", ', current: include, where: {timestamp_gt: "3600000000"}', RUNNING],
  ])("has %s", async (_, rest, expected) => {
    expect(await stats(rest)).toEqual({ stats_collection: expected });
  });

  it("has no days yet, but one that runs", async () => {
    expect(await ask(opened, "{ stats_collection(interval: day) { id } }")).toEqual({ stats_collection: [] });
    expect(await ask(opened, "{ stats_collection(interval: day, current: include) { id sum totalValue } }")).toEqual({
      stats_collection: [
        { id: "32", sum: "10", totalValue: "210" },
        { id: "31", sum: "10", totalValue: "120" },
      ],
    });
  });

  it("aggregates without dimensions", async () => {
    expect(await ask(opened, "{ totalStats_collection(interval: hour, current: include) { id max } }")).toEqual({
      totalStats_collection: [
        { id: "32", max: "4" },
        { id: "22", max: "3" },
        { id: "12", max: "2" },
      ],
    });
  });

  it("answers from entities", async () => {
    const query = `{ tokens { a: stats(interval: hour) { totalValue } b: stats(interval: "hour", current: include, first: 2) { totalValue __typename } } }`;
    const bucket = (totalValue: string) => ({ totalValue, __typename: "Stats" });
    expect(await ask(opened, query)).toEqual({
      tokens: [
        { a: [{ totalValue: "104" }, { totalValue: "14" }], b: [bucket("120"), bucket("104")] },
        { a: [{ totalValue: "50" }, { totalValue: "41" }], b: [bucket("210"), bucket("50")] },
      ],
    });
  });

  it("opens buckets again after a revert, and closes them anew", async () => {
    const { model, store } = opened;
    await store.revertTo(blockAt(1, 40 * 60));
    expect(await stats("")).toEqual({ stats_collection: [] });
    const block = blockAt(2, 50 * 60);
    const late = setEntity(model, "Data", {
      id: "23",
      timestamp: "3000000000",
      token: "0xdeadbeef01",
      price: "7",
      amount: "1",
    });
    await store.commit([changesAt(block, [late])], block);
    await store.commit([], blockAt(3, HOUR));
    expect(await stats("")).toEqual({ stats_collection: [row("23 0 1 10 54 10 10 1 21 21"), FIRST[0]] });
  });
});

describe.each(DATABASES)("every function (%s)", (on) => {
  const SOURCE = `
    type Point @entity(timeseries: true) { id: Int8!, timestamp: Timestamp!, kind: String, x: Int, note: String, at: Bytes }
    type Sums @aggregation(intervals: ["hour", "day"], source: "Point") {
      id: Int8!, timestamp: Timestamp!, kind: String
      n: Int8! @aggregate(fn: "count"), all: Int8! @aggregate(fn: "count", cumulative: true)
      sum: BigInt @aggregate(fn: "sum", arg: "x"), total: BigInt @aggregate(fn: "sum", arg: "x", cumulative: true)
      min: Int @aggregate(fn: "min", arg: "x"), least: Int @aggregate(fn: "min", arg: "x", cumulative: true)
      max: Int @aggregate(fn: "max", arg: "x"), most: Int @aggregate(fn: "max", arg: "x", cumulative: true)
      open: String @aggregate(fn: "first", arg: "note"), opened: String @aggregate(fn: "first", arg: "note", cumulative: true)
      close: Bytes @aggregate(fn: "last", arg: "at"), closed: Bytes @aggregate(fn: "last", arg: "at", cumulative: true)
      half: BigDecimal @aggregate(fn: "sum", arg: "case when x > 2 then x / 2.0 else coalesce(x, 0) end")
    }`;
  const FIELDS = "id timestamp kind n all sum total min least max most open opened close closed half";

  /** A history in which hours have no, one or many blocks and points, and values are sometimes null. */
  function history(model: SchemaModel): Parameters<QueryableStore["commit"]>[0] {
    let state = 7;
    const next = (limit: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(state / 65_536) % limit;
    };
    let seconds = 1_000;
    let id = 0;
    return Array.from({ length: 60 }, (_, number) => {
      seconds += [60, 1_200, HOUR, 3 * HOUR, 30 * HOUR][next(5)] ?? 0;
      const block = blockAt(number, seconds);
      const points = Array.from({ length: next(4) }, () => {
        id += 1;
        const x = next(4) === 0 ? null : next(9) - 3;
        return setEntity(model, "Point", {
          id: String(id),
          timestamp: String(seconds * 1_000_000),
          kind: ["a", "b", null][next(3)] ?? null,
          x,
          note: next(3) === 0 ? `n${id}` : null,
          at: next(3) === 0 ? `0x${String(id).padStart(4, "0")}` : null,
        });
      });
      return changesAt(block, points);
    });
  }

  async function bucketsAt(opened: Opened, number: number): Promise<unknown> {
    const at = `block: {number: ${number}}, first: 1000`;
    return ask(
      opened,
      `{ h: sums_collection(interval: hour, current: include, ${at}) { ${FIELDS} }
         d: sums_collection(interval: day, current: include, ${at}) { ${FIELDS} } }`,
    );
  }

  it("gives the same at every block, however blocks are batched, after reverts and at once for what runs", async () => {
    const one = await openTestStore(SOURCE, on);
    const batched = await openTestStore(SOURCE, on);
    const blocks = history(one.model);
    for (const change of blocks) await one.store.commit([change], change.block);
    for (const size of [7, 1, 30, 2, 20]) {
      const head = await batched.store.head();
      const batch = blocks.slice((head?.number ?? -1) + 1).slice(0, size);
      await batched.store.commit(batch, batch.at(-1)?.block ?? blockAt(0, 0));
    }
    await batched.store.revertTo(blocks[31]?.block ?? null);
    await batched.store.commit(blocks.slice(32), blocks[59]?.block ?? blockAt(0, 0));
    for (let number = 0; number < blocks.length; number += 1) {
      expect(await bucketsAt(batched, number)).toEqual(await bucketsAt(one, number));
    }
    const answer = (await bucketsAt(one, 59)) as { h: { n: string; kind: string; all: string }[] };
    const points = blocks.reduce((sum, { changes }) => sum + changes.length, 0);
    expect(answer.h.reduce((sum, bucket) => sum + Number(bucket.n), 0)).toBe(points);
    await one.store.close();
    await batched.store.close();
  });

  it("computes what a plain loop computes", async () => {
    const opened = await openTestStore(SOURCE, on);
    const blocks = history(opened.model);
    await opened.store.commit(blocks, blocks[59]?.block ?? blockAt(0, 0));
    const { h } = (await bucketsAt(opened, 59)) as { h: Record<string, string | number | null>[] };
    const points = blocks.flatMap(({ block, changes }) =>
      changes.flatMap((change) => (change.kind === "set" ? [{ at: block.timestamp, data: change.data }] : [])),
    );
    expect(h.length).toBeGreaterThan(20);
    for (const bucket of h) {
      const start = Number(bucket.timestamp) / 1_000_000;
      const same = points.filter(({ data }) => (data.get("kind") ?? null) === bucket.kind);
      const inside = same.filter(({ at }) => at >= start && at < start + HOUR);
      // As in graph-node, buckets whose dimension is null stand alone.
      const before = bucket.kind === null ? inside : same.filter(({ at }) => at < start + HOUR);
      const xs = (list: typeof points) =>
        list.flatMap(({ data }) => (typeof data.get("x") === "number" ? [data.get("x") as number] : []));
      const sum = (list: number[]) => (list.length === 0 ? null : String(list.reduce((a, b) => a + b, 0)));
      const notes = (list: typeof points) => list.flatMap(({ data }) => data.get("note") ?? [])[0] ?? null;
      expect(bucket).toMatchObject({
        n: String(inside.length),
        all: String(before.length),
        sum: sum(xs(inside)),
        total: sum(xs(before)),
        least: xs(before).length === 0 ? null : Math.min(...xs(before)),
        most: xs(before).length === 0 ? null : Math.max(...xs(before)),
        open: notes(inside),
        opened: notes(before),
      });
    }
    await opened.store.close();
  });
});

/** graph-node's runner test `aggregation_current_bucket`. */
it("60 has the running bucket at the root and behind entities", async () => {
  const opened = await openTestStore(`
    type Token @entity { id: ID!, stats: [Stat!]! @derivedFrom(field: "token") }
    type Trade @entity(timeseries: true) { id: Int8!, timestamp: Timestamp!, token: Token!, amount: BigInt! }
    type Stat @aggregation(intervals: ["hour"], source: "Trade") {
      id: Int8!, timestamp: Timestamp!, token: Token!, volume: BigInt! @aggregate(fn: "sum", arg: "amount")
    }`);
  const { model, store } = opened;
  const trades: [number, string, number][] = [
    [0, "A", 10],
    [0, "B", 20],
    [0, "A", 30],
    [0, "B", 40],
    [HOUR, "A", 5],
    [HOUR, "A", 7],
    [HOUR, "B", 15],
    [HOUR, "B", 25],
  ];
  const tokens = ["A", "B"].map((id) => setEntity(model, "Token", { id }));
  for (const [number, start] of [0, HOUR].entries()) {
    const block = blockAt(number, start);
    const changes = trades.flatMap(([at, token, amount], index) =>
      at === start
        ? [setEntity(model, "Trade", { id: String(index), timestamp: String(at * 1e6), token, amount: String(amount) })]
        : [],
    );
    await store.commit([changesAt(block, number === 0 ? [...tokens, ...changes] : changes)], block);
  }
  const volumes = (...list: number[]) => list.map((volume) => ({ volume: String(volume) }));
  expect(await ask(opened, '{ stats(interval: "hour", orderBy: volume) { volume } }')).toEqual({
    stats: volumes(40, 60),
  });
  expect(await ask(opened, '{ stats(interval: "hour", current: include, orderBy: timestamp) { volume } }')).toEqual({
    stats: volumes(40, 60, 12, 40),
  });
  expect(
    await ask(opened, '{ tokens { stats(interval: "hour", current: include, orderBy: timestamp) { volume } } }'),
  ).toEqual({ tokens: [{ stats: volumes(40, 12) }, { stats: volumes(60, 40) }] });
  await store.close();
});

it("says at once when an expression's types do not go together", async () => {
  const source = `
    type P @entity(timeseries: true) { id: Int8!, timestamp: Timestamp!, x: Int! }
    type S @aggregation(intervals: ["hour"], source: "P") { id: Int8!, timestamp: Timestamp!, s: Int! @aggregate(fn: "sum", arg: "x > 1") }`;
  await expect(openTestStore(source)).rejects.toThrow(
    "aggregation `S` cannot be computed; check the types in its `arg`",
  );
});

it("says which aggregation cannot be computed, and leaves the block before", async () => {
  const { model, store } = await openTestStore(`
    type P @entity(timeseries: true) { id: Int8!, timestamp: Timestamp!, x: BigDecimal!, y: Int! }
    type Ratio @aggregation(intervals: ["hour"], source: "P") {
      id: Int8!, timestamp: Timestamp!, sum: BigDecimal! @aggregate(fn: "sum", arg: "x / y"), n: Int! @aggregate(fn: "sum", arg: "y")
    }`);
  const point = (id: number, seconds: number, x: string, y: number) =>
    setEntity(model, "P", { id: String(id), timestamp: String(seconds * 1_000_000), x, y });
  const commit = (number: number, seconds: number, x: string, y: number) => {
    const block = blockAt(number, seconds);
    return store.commit([changesAt(block, [point(number, seconds, x, y)])], block);
  };
  await commit(0, 0, "1", 3);
  await commit(1, HOUR, "1", 0);
  const reason = "aggregation `Ratio` cannot be computed by hour: division by zero; guard its `arg` expressions";
  await expect(commit(2, 2 * HOUR, "1", 1)).rejects.toThrow(reason);
  expect((await store.head())?.number).toBe(1);
  expect(await ask({ model, store }, "{ ratios(interval: hour) { sum n } }")).toEqual({
    ratios: [{ sum: "0.33333333333333333333", n: 3 }],
  });
  await store.close();
});
