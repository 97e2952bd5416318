import { afterEach, expect, test, vi } from "vitest";
import { graphql } from "./graphql.ts";
import { IndexQueryError, IndexUnreachableError, queryGraphql } from "./query-graphql.ts";

const META = graphql(`query Meta { _meta { block { number } } }`);
const url = "http://127.0.0.1:1/graphql";

afterEach(() => vi.unstubAllGlobals());

function indexAnswers(answer: () => Response | Promise<Response>) {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => answer());
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

test("asks with the text of the document and gives the data", async () => {
  const fetched = indexAnswers(() => Response.json({ data: { _meta: { block: { number: 7 } } } }));
  await expect(queryGraphql(META, {}, { url })).resolves.toEqual({ _meta: { block: { number: 7 } } });
  const [asked, init] = fetched.mock.calls[0] ?? [];
  expect(asked).toBe(url);
  expect(JSON.parse(String(init?.body))).toEqual({ query: "query Meta { _meta { block { number } } }", variables: {} });
});

test("the index's own errors are passed on, whatever data came with them", async () => {
  indexAnswers(() =>
    Response.json({ data: { _meta: null }, errors: [{ message: "bad field" }, { message: "worse" }] }),
  );
  await expect(queryGraphql(META, {}, { url })).rejects.toThrow(new IndexQueryError(["bad field", "worse"]));
});

test.each<[string, () => Response]>([
  ["it answered 502 without JSON", () => new Response("<html>", { status: 502 })],
  ["it answered 200, not GraphQL", () => Response.json([])],
  ["it answered 200, not GraphQL", () => Response.json({ data: null })],
  ["it answered 404, not GraphQL", () => Response.json("no such subgraph", { status: 404 })],
  ["the answer has no data", () => Response.json({ data: null, errors: [] })],
])("%s", async (reason, answer) => {
  indexAnswers(answer);
  await expect(queryGraphql(META, {}, { url })).rejects.toThrow(new IndexUnreachableError(url, reason));
});

test("an index that is not there keeps the cause", async () => {
  const cause = new TypeError("refused");
  indexAnswers(() => Promise.reject(cause));
  await expect(queryGraphql(META, {}, { url })).rejects.toMatchObject({
    message: `The index at ${url} can’t be read: nothing answers.`,
    cause,
  });
});

test("a question that was taken back is no failure of the index", async () => {
  const taken = new AbortController();
  indexAnswers(() => {
    taken.abort();
    return Promise.reject(taken.signal.reason);
  });
  await expect(queryGraphql(META, {}, { url, signal: taken.signal })).rejects.toMatchObject({ name: "AbortError" });
});
