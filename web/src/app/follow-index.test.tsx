// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { indexStatusQueryOptions } from "../data/index-status.ts";
import { FollowIndex } from "./follow-index.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** An index that answers with these blocks, one a question; undefined is silence. */
async function follow(blocks: readonly (number | undefined)[]): Promise<number> {
  let asked = 0;
  vi.stubGlobal("fetch", async () => {
    const block = blocks[asked++];
    if (block === undefined) throw new TypeError("refused");
    return Response.json({ data: { _meta: { block: { number: block, timestamp: 1 }, hasIndexingErrors: false } } });
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const invalidated = vi.spyOn(queryClient, "invalidateQueries");
  const ask = async () => {
    await queryClient.fetchQuery({ ...indexStatusQueryOptions, staleTime: 0 }).catch(() => undefined);
    // TanStack Query tells its listeners in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  await act(ask);
  await act(async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <FollowIndex />
      </QueryClientProvider>,
    );
  });
  while (asked < blocks.length) await act(ask);
  return invalidated.mock.calls.length;
}

test("figures are read again when the index has moved on", async () => {
  expect(await follow([7, 7, 8, 8, 9])).toBe(2);
});

test("figures are read again when the index is back, even at the same block", async () => {
  expect(await follow([7, 7, undefined, 7])).toBe(1);
});
