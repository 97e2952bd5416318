import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { QueryableStore } from "../../store/open-store.ts";
import { DATABASES } from "../../store/store.fixture.ts";
import { createQueryEngine, type QueryAnswer } from "../execute.ts";
import { musicBlock, openMusicStore, type SongIds, songId } from "../music.fixture.ts";
import { aggregationCases, searchCases } from "./aggregation-and-search.cases.ts";
import { type Case, ids } from "./case.ts";
import { filterCases } from "./filter.cases.ts";
import { blockCases, leniencyCases } from "./leniency-and-block.cases.ts";
import { orderingCases } from "./order.cases.ts";
import { errorCases, shapeCases } from "./shape-and-error.cases.ts";

function cases(songIds: SongIds): Case[] {
  const s = (n: number): string => songId(songIds, n);
  const songs = (...list: number[]): { id: string }[] => ids(...list.map(s));
  return [
    ...orderingCases(),
    ...filterCases(s, songs),
    ...leniencyCases(),
    ...blockCases(),
    ...shapeCases(s, songs),
    ...errorCases(s),
    ...aggregationCases(s),
    ...searchCases(),
  ];
}

const RUNS = DATABASES.flatMap((on) => (["String", "Bytes"] as const).map((songIds) => ({ on, songIds })));

describe.each(RUNS)("graph-node's query tests with $songIds song ids on $on", ({ on, songIds }) => {
  let store: QueryableStore;
  let run: (query: string, variables?: Record<string, unknown>) => Promise<QueryAnswer>;

  beforeAll(async () => {
    const opened = await openMusicStore(songIds, on);
    store = opened.store;
    const engine = createQueryEngine(opened);
    run = (query, variables = {}) => engine.execute({ document: parse(query), variables, operationName: null });
  });

  afterAll(() => store.close());

  it.each(cases(songIds))("$name", async ({ query, variables, data, error, location }) => {
    const answer = await run(query, variables);
    if (error === undefined) {
      expect(answer).toEqual({ data });
      return;
    }
    expect(answer.errors?.[0]?.message).toContain(error);
    expect(answer.data).toBeUndefined();
    if (location !== undefined) expect(answer.errors?.[0]?.locations).toEqual([location]);
  });

  it("57 tells where the ambiguous field is", async () => {
    const answer = await run(`{ songs(where: { id: "${songId(songIds, 1)}" }) { band { id } } }`);
    const column = `{ songs(where: { id: "${songId(songIds, 1)}" }) { `.length + 1;
    expect(answer.errors?.[0]?.locations).toEqual([{ line: 1, column }]);
  });
});

describe.each(DATABASES)("a deterministic failure at the head on %s", (on) => {
  it("58 denies data by default, allows it on request, and is gone after a revert", async () => {
    const { model, store } = await openMusicStore("String", on);
    const engine = createQueryEngine({ model, store });
    const run = (query: string): Promise<QueryAnswer> =>
      engine.execute({ document: parse(query), variables: {}, operationName: null });
    const block = musicBlock(3);
    await store.commit([], block);
    await store.setFatalError({ message: "boom", block, handler: "handleX" });
    const errors = [{ message: "indexing_error" }];

    expect(await run('{ musician(id: "m1") { id } }')).toEqual({ errors });
    expect(await run('{ musician(id: "m1") { id } _meta { hasIndexingErrors } }')).toEqual({
      data: { _meta: { hasIndexingErrors: true } },
      errors,
    });
    expect(await run('{ musician(id: "m1", subgraphError: allow) { id } }')).toEqual({
      data: { musician: { id: "m1" } },
      errors,
    });
    expect(await run("{ _meta { hasIndexingErrors } }")).toEqual({ data: { _meta: { hasIndexingErrors: true } } });
    expect(await run('{ musician(id: "m1", block: {number: 2}) { id } }')).toEqual({
      data: { musician: { id: "m1" } },
    });

    expect(await run('{ __schema { queryType { name } } __type(name: "Musician") { name } }')).toEqual({
      data: { __schema: { queryType: { name: "Query" } }, __type: { name: "Musician" } },
      errors,
    });
    expect(await run('{ musician(id: "m1") { id } __type(name: "Musician") { name } }')).toEqual({
      data: { __type: { name: "Musician" } },
      errors,
    });

    await store.revertTo(musicBlock(1));
    expect(await run('{ musician(id: "m1") { id } _meta { hasIndexingErrors } }')).toEqual({
      data: { musician: { id: "m1" }, _meta: { hasIndexingErrors: false } },
    });
    await store.close();
  });
});
