import { devAccount, launch } from "@weft/devnet";
import { parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { query } from "./support/query.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

interface Case {
  readonly what: string;
  readonly uri: string;
  readonly description: string | null;
  readonly image: string | null;
}

const PNG = "data:image/png;base64,iVBORw0KGgo=";
const base64 = (text: string) => `data:application/json;base64,${Buffer.from(text, "utf8").toString("base64")}`;
const nothing = { description: null, image: null };

/** One token each, launched by one account each. */
const CASES: readonly Case[] = [
  {
    what: "base64",
    uri: base64(JSON.stringify({ description: "Øyvind builds boats ⛵", image: PNG })),
    description: "Øyvind builds boats ⛵",
    image: PNG,
  },
  {
    what: "percent-encoding",
    uri: `data:application/json,${encodeURIComponent(JSON.stringify({ description: "100 % wool, ½ price", image: "ipfs://bafy/x.png" }))}`,
    description: "100 % wool, ½ price",
    image: "ipfs://bafy/x.png",
  },
  {
    what: "plain text with stray percent signs, a parameter and capitals",
    uri: 'DATA:Application/JSON;charset=utf-8,{"description":"5% of 10%zz","image":"https://example.org/a.png"}',
    description: "5% of 10%zz",
    image: "https://example.org/a.png",
  },
  {
    what: "URL-safe base64 without padding",
    uri: `data:application/json;base64,${Buffer.from('{"description":"??>>~~"}').toString("base64url")}`,
    description: "??>>~~",
    image: null,
  },
  { what: "nothing", uri: "", ...nothing },
  { what: "a URI that would have to be fetched", uri: "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3", ...nothing },
  { what: "another type of data", uri: "data:application/jsonml,{}", ...nothing },
  { what: "no comma", uri: "data:application/json;base64", ...nothing },
  { what: "broken base64", uri: "data:application/json;base64,e30*", ...nothing },
  { what: "base64 of impossible length", uri: "data:application/json;base64,e3abc", ...nothing },
  { what: "bytes that are no UTF-8", uri: "data:application/json,%7B%22description%22:%22%ff%22%7D", ...nothing },
  { what: "broken JSON", uri: base64('{"description": "half'), ...nothing },
  { what: "JSON that is no object", uri: base64('["description"]'), ...nothing },
  {
    what: "fields of wrong types",
    uri: base64('{"description":{"text":"x"},"image":["data:image/png,"]}'),
    ...nothing,
  },
  { what: "empty fields", uri: base64('{"description":"","image":""}'), ...nothing },
  {
    what: "an image that would run",
    uri: base64('{"description":"hello","image":"javascript:alert(1)"}'),
    description: "hello",
    image: null,
  },
  { what: "deep nesting", uri: `data:application/json,${"[".repeat(4_000)}`, ...nothing },
  {
    what: "as much as the contracts take",
    uri: `data:application/json,{"description":"${"a".repeat(8_000)}"}`,
    description: "a".repeat(8_000),
    image: null,
  },
];

describe("metadata", () => {
  let world: IndexedChain;
  const read = new Map<string, { description: string | null; image: string | null; contractURI: string }>();

  beforeAll(async () => {
    world = await startIndexedChain();
    const whats = new Map<string, string>();
    for (const [index, { what, uri }] of CASES.entries()) {
      const token = await launch(world.session, {
        from: devAccount(index),
        name: `Case ${index}`,
        symbol: `C${index}`,
        shares: parseEther("1"),
        contractURI: uri,
      });
      whats.set(token.toLowerCase(), what);
    }
    await world.catchUp();
    const { personalTokens } = await query<{
      personalTokens: { id: string; description: string | null; image: string | null; contractURI: string }[];
    }>(world.indexer, "{ personalTokens(first: 1000) { id description image contractURI } }");
    for (const token of personalTokens) read.set(whats.get(token.id) ?? token.id, token);
  });
  afterAll(() => world.close());

  test.each(CASES)("reads $what", ({ what, uri, description, image }) => {
    expect(read.get(what)).toMatchObject({ contractURI: uri, description, image });
  });

  test("stops the subgraph in no case", async () => {
    expect(world.indexer.status()).toMatchObject({ status: "synced", fatalError: null });
  });
});
