// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { queryKeys } from "../../../data/query-keys.ts";
import { trioSnapshot } from "../../../data/testing/trio.ts";
import { useClaimState } from "./use-claim-state.ts";

const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });

function Wrapper({ children }: { readonly children: ReactNode }): ReactNode {
  const [shared] = useState(client);
  return <QueryClientProvider client={shared}>{children}</QueryClientProvider>;
}

afterEach(() => {
  vi.unstubAllGlobals();
  client.clear();
});

it("is whole at one block, and keeps the state before while half of the next is missing", async () => {
  let answer: (response: Response) => void = () => {};
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
  const first = trioSnapshot();
  client.setQueryData(queryKeys.ownership(), first);
  const { result } = renderHook(() => useClaimState(), { wrapper: Wrapper });
  expect(result.current.state).toBeUndefined();
  answer(Response.json({ data: { holdings: [] } }));
  await waitFor(() => expect(result.current.state).toEqual({ snapshot: first, emptied: [] }));

  const next = { ...trioSnapshot(), block: first.block + 1 };
  client.setQueryData(queryKeys.ownership(), next);
  await waitFor(() => expect(client.isFetching()).toBe(1));
  expect(result.current.state?.snapshot.block).toBe(first.block);
  answer(Response.json({ data: { holdings: [] } }));
  await waitFor(() => expect(result.current.state?.snapshot.block).toBe(next.block));
});

it("says why there is none", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("refused")));
  client.setQueryData(queryKeys.ownership(), trioSnapshot());
  const { result } = renderHook(() => useClaimState(), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.error?.name).toBe("IndexUnreachableError"));
  expect(result.current.state).toBeUndefined();
});
