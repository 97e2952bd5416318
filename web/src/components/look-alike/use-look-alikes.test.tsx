// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FoundToken } from "../../data/find-tokens.ts";
import { ownershipQueryOptions, useOwnership } from "../../data/ownership.ts";
import { ONE, sampleAddress, sampleSnapshot } from "../../data/testing/sample-snapshot.ts";
import { useLookAlikes } from "./use-look-alikes.ts";

/** Ada in Latin letters, and with a Cyrillic А. */
const ADA = "Ada Okafor";
const FAKE = "\u0410da Okafor";

const fake: FoundToken = {
  ...{
    address: sampleAddress(2),
    kind: "person",
    name: FAKE,
    symbol: "FAKE",
    createdAt: 1_790_000_001,
    holderCount: 1,
  },
};

function Follower({ children }: { readonly children: ReactNode }) {
  useOwnership();
  return children;
}

const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });
const provider = (client: QueryClient, follows: boolean) => {
  const page = (children: ReactNode) => (
    <QueryClientProvider client={client}>{follows ? <Follower>{children}</Follower> : children}</QueryClientProvider>
  );
  return ({ children }: { readonly children: ReactNode }) => page(children);
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("useLookAlikes", () => {
  it("asks the index for who is called as the letters look", async () => {
    const asked: { readonly people: { readonly or: readonly { readonly name_in?: readonly string[] }[] } }[] = [];
    vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
      asked.push(JSON.parse(body).variables);
      const row = { id: sampleAddress(1), name: ADA, symbol: "ADA", createdAt: "5", holderCount: 3 };
      return Response.json({ data: { personalTokens: [row], networkTokens: [] } });
    });
    const { result } = renderHook(() => useLookAlikes([fake]), { wrapper: provider(newClient(), false) });
    await waitFor(() => expect(result.current.size).toBe(1));
    expect(asked[0]?.people.or[0]?.name_in).toContain(ADA);
    expect(result.current.get(fake.address)).toMatchObject({
      words: "An older token’s name looks the same",
      found: { other: { address: sampleAddress(1) } },
    });
  });

  it("compares with the whole graph where the page follows it", async () => {
    const client = newClient();
    const snapshot = sampleSnapshot(
      [
        { address: sampleAddress(1), name: ADA, symbol: "ADA", person: sampleAddress(11) },
        { address: sampleAddress(2), name: FAKE, symbol: "FAKE", person: sampleAddress(12) },
      ],
      [1, 2].map((token) => ({ token: sampleAddress(token), holder: sampleAddress(10 + token), balance: ONE })),
    );
    client.setQueryData(ownershipQueryOptions().queryKey, snapshot);
    const { result, rerender } = renderHook(() => useLookAlikes([fake]), { wrapper: provider(client, true) });
    rerender();
    await waitFor(() => expect(result.current.get(fake.address)?.words).toBe("An older token’s name looks the same"));
  });
});
