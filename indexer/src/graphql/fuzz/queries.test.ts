import fc from "fast-check";
import { GraphQLError, parse } from "graphql";
import { afterAll, describe, expect, it } from "vitest";
import { DATABASES } from "../../store/store.fixture.ts";
import { createQueryEngine, type QueryAnswer } from "../execute.ts";
import { openMusicStore } from "../music.fixture.ts";
import { anyQuery, anyVariables, validQuery } from "./query-arbitrary.ts";

/** Fixed, so that a failure comes again; another seed may be tried at any time. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_701);

/** What only a mistake in the SQL that is made of a query leads to. */
const STATEMENT_REFUSED = /^Store error: store:/;

describe.each(DATABASES)("queries of every kind (%s)", async (on) => {
  const { model, store } = await openMusicStore("Bytes", on);
  const engine = createQueryEngine({ model, store, limits: { maxCost: 100_000, maxMilliseconds: 5_000 } });
  afterAll(() => store.close());

  /** The answer as the server gives it; texts that are no GraphQL end in the parser. */
  async function answer(query: string, variables: Record<string, unknown>): Promise<QueryAnswer | "no GraphQL"> {
    try {
      return await engine.execute({ document: parse(query), variables, operationName: null });
    } catch (error) {
      if (error instanceof GraphQLError) return "no GraphQL";
      throw error;
    }
  }

  async function expectAnswer(query: string, variables: Record<string, unknown>): Promise<void> {
    const result = await answer(query, variables);
    if (result === "no GraphQL") return;
    const { data, errors } = JSON.parse(JSON.stringify(result)) as QueryAnswer;
    expect(data !== undefined || (errors ?? []).length > 0).toBe(true);
    for (const { message } of errors ?? []) expect(message).not.toMatch(STATEMENT_REFUSED);
    expect(await answer('{ band(id: "b1") { name } }', {})).toEqual({ data: { band: { name: "The Musicians" } } });
  }

  it("answers valid ones or says what is wrong with their values", async () => {
    await fc.assert(
      fc.asyncProperty(validQuery(engine.apiSchema), (query) => expectAnswer(query, {})),
      { numRuns: 300, seed: SEED },
    );
  });

  it("answers spoiled ones and goes on", async () => {
    await fc.assert(fc.asyncProperty(anyQuery(engine.apiSchema), anyVariables, expectAnswer), {
      numRuns: 500,
      seed: SEED,
    });
  });
});
