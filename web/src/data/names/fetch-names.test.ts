import { afterEach, expect, it, vi } from "vitest";
import type { Address } from "../../lib/address.ts";
import { sampleAddress } from "../testing/sample-snapshot.ts";
import { tokens, wallets } from "../testing/trio.ts";
import { fetchNames, readNamed } from "./fetch-names.ts";
import { askName } from "./names-batch.ts";

/** An index that knows Ada, Trio and a pool, and keeps what it was asked. */
function stubIndex() {
  const asked: { readonly ids: readonly Address[] }[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body).variables);
    const data = {
      personalTokens: [{ id: tokens.ada, name: "Ada \u202eOkafor", symbol: "ADA", person: { id: wallets.ada } }],
      networkTokens: [{ id: tokens.trio, name: "Trio", symbol: "TRIO" }],
      pools: [{ holder: { id: sampleAddress(9) } }],
    };
    return Response.json({ data });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it("knows tokens, the wallets behind them, and pools", async () => {
  stubIndex();
  const { tokens: named, accounts } = await fetchNames([wallets.ada, tokens.trio, sampleAddress(9), wallets.ben]);
  expect(named.get(tokens.ada)).toEqual({
    ...{ address: tokens.ada, kind: "person", name: "Ada Okafor", symbol: "ADA", person: wallets.ada },
  });
  expect(accounts.get(wallets.ada)?.personalToken).toBe(tokens.ada);
  expect(accounts.get(tokens.trio)?.token).toBe(tokens.trio);
  expect(accounts.get(sampleAddress(9))?.pool).toBe(true);
  expect(accounts.get(wallets.ben)).toEqual({ address: wallets.ben, pool: false });
});

it("keeps names that run from right to left to themselves, so that any sentence can hold them", () => {
  const row = { id: tokens.ada, name: "نور الدين", symbol: "نور" };
  expect(readNamed(row, "person")).toMatchObject({ name: "\u2068نور الدين\u2069", symbol: "\u2068نور\u2069" });
});

it("asks in as many parts as answers have room for", async () => {
  const asked = stubIndex();
  await fetchNames(Array.from({ length: 1_100 }, (_, index) => sampleAddress(index)));
  expect(asked.map(({ ids }) => ids.length)).toEqual([500, 500, 100]);
});

it("asks once for all that are asked about at one moment", async () => {
  const asked = stubIndex();
  await Promise.all([askName(wallets.ada), askName(wallets.ben), askName(wallets.ada)]);
  await askName(wallets.cleo);
  expect(asked.map(({ ids }) => ids)).toEqual([[wallets.ada, wallets.ben], [wallets.cleo]]);
});
