// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ownershipQueryOptions, useOwnership } from "./ownership.ts";
import { tokens, trioSnapshot, wallets } from "./testing/trio.ts";
import { useFindTokens } from "./use-find-tokens.ts";

const row = (id: string, name: string, symbol: string) => ({ id, name, symbol, createdAt: "5", holderCount: 2 });
const ADA = { ...row(tokens.ada, "Ada Okafor", "ADA"), person: { id: wallets.ada } };
const TRIO = row(tokens.trio, "Trio of Ada", "TRIO");
const NOBODY = {
  samePeople: [],
  sameNetworks: [],
  beginningPeople: [],
  beginningNetworks: [],
  havingPeople: [],
  havingNetworks: [],
};

/** An index that answers anything with Ada and Trio, Ada three times. */
function stubIndex() {
  const asked: Record<string, unknown>[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body).variables);
    return Response.json({
      data: { ...NOBODY, samePeople: [ADA], beginningPeople: [ADA], havingPeople: [ADA], havingNetworks: [TRIO] },
    });
  });
  return asked;
}

function Follower({ children }: { readonly children: ReactNode }) {
  useOwnership();
  return children;
}

function find(text: string, follows = false) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  if (follows) client.setQueryData(ownershipQueryOptions().queryKey, trioSnapshot());
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{follows ? <Follower>{children}</Follower> : children}</QueryClientProvider>
  );
  return renderHook((typed: string) => useFindTokens(typed), { initialProps: text, wrapper });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("useFindTokens", () => {
  it("asks the index after a pause in typing, once for each text, and ranks what comes", async () => {
    const asked = stubIndex();
    const { result, rerender } = find("");
    rerender("a");
    rerender("ad");
    rerender("ada");
    await waitFor(() => expect(result.current.state).toBe("answered"));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      samePeople: { or: [{ foldedName: "ada" }, { foldedSymbol: "ada" }] },
      beginningPeople: { or: [{ foldedName_starts_with: "ada" }, { foldedSymbol_starts_with: "ada" }] },
      havingNetworks: { foldedName_contains: "ada" },
    });
    expect(result.current.items.map(({ address }) => address)).toEqual([tokens.ada, tokens.trio]);
  });

  it("never offers what does not fit what is typed now", async () => {
    stubIndex();
    const { result, rerender } = find("ada");
    await waitFor(() => expect(result.current.items).toHaveLength(2));
    rerender("ada o");
    expect(result.current).toMatchObject({ state: "asking", items: [{ address: tokens.ada }] });
  });

  it("asks for addresses by their beginning", async () => {
    const asked = stubIndex();
    const { result } = find(tokens.ada.slice(0, -1).toUpperCase().replace("0X", "0x"));
    await waitFor(() => expect(result.current.items).toHaveLength(1));
    const range = { id_gte: `${tokens.ada.slice(0, -1)}0`, id_lte: `${tokens.ada.slice(0, -1)}f` };
    expect(asked[0]).toMatchObject({ beginningPeople: range, beginningNetworks: range });
  });

  it("asks for letters without case and accents, and for signs of patterns as for any character", async () => {
    const asked = stubIndex();
    const { result } = find(" Iliĉ 5%\\ ");
    await waitFor(() => expect(result.current.state).toBe("answered"));
    expect(asked[0]).toMatchObject({
      samePeople: { or: [{ foldedName: "ilic 5%\\" }, { foldedSymbol: "ilic 5%\\" }] },
      havingPeople: { foldedName_contains: "ilic 5__" },
    });
    expect(result.current.items).toEqual([]);
  });

  it("asks nothing where nothing is left of what was typed", () => {
    const asked = stubIndex();
    const { result } = find(" \u200b");
    expect(result.current).toEqual({ state: "answered", items: [] });
    expect(asked).toEqual([]);
  });

  it("finds without asking where the page follows the whole graph", async () => {
    const asked = stubIndex();
    const { result, rerender } = find("", true);
    // What is followed is known once the page stands.
    act(() => rerender("cleo"));
    expect(result.current).toMatchObject({ state: "answered", items: [{ address: tokens.cleo }] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toEqual([]);
  });

  it("says that the index does not answer", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 502 }));
    const { result } = find("ada");
    await waitFor(() => expect(result.current.state).toBe("failed"));
  });
});
