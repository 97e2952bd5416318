import { personalTokenAbi } from "@weft/abis";
import { devAccount, launch, refusalOf } from "@weft/devnet";
import fc from "fast-check";
import { keccak256, parseEther, toHex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExpectedMetadata, expectedMetadata } from "./support/expected-metadata.ts";
import { query } from "./support/query.ts";
import { send } from "./support/send.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

interface Case extends Partial<ExpectedMetadata> {
  readonly what: string;
  readonly uri: string;
}

const BLANK: ExpectedMetadata = { name: null, description: null, image: null, links: [] };
const PNG = "data:image/png;base64,iVBORw0KGgo=";
const base64 = (text: string) => `data:application/json;base64,${Buffer.from(text, "utf8").toString("base64")}`;

/** One token each, launched by one account each. What a case says nothing of can be read and is blank. */
const READABLE: readonly Case[] = [
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
  {
    what: "a name and links",
    uri: base64(
      '{"name":"Øyvind","external_link":"https://a.example","links":["ipfs://b","https://a.example","javascript:c",4]}',
    ),
    name: "Øyvind",
    links: ["https://a.example", "ipfs://b"],
  },
  {
    what: "fields of wrong types",
    uri: base64('{"name":4,"description":{"text":"x"},"image":["data:image/png,"],"links":{}}'),
  },
  { what: "empty fields", uri: base64('{"description":"","image":""}') },
  {
    what: "an image that would run",
    uri: base64('{"description":"hello","image":"javascript:alert(1)"}'),
    description: "hello",
  },
  {
    what: "as much as the contracts take",
    uri: `data:application/json,{"description":"${"a".repeat(8_000)}"}`,
    description: "a".repeat(8_000),
  },
];

/** What can't be read, by what it is. */
const UNREADABLE: Readonly<Record<string, string>> = {
  nothing: "",
  "another type of data": "data:application/jsonml,{}",
  "no comma": "data:application/json;base64",
  "broken base64": "data:application/json;base64,e30*",
  "base64 of impossible length": "data:application/json;base64,e3abc",
  "bytes that are no UTF-8": "data:application/json,%7B%22description%22:%22%ff%22%7D",
  "broken JSON": base64('{"description": "half'),
  "JSON that is no object": base64('["description"]'),
  "deep nesting": `data:application/json,${"[".repeat(4_000)}`,
};

const value = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("https://a.example/x", "ipfs://bafy/y", "data:image/png;base64,iVBORw0KGgo=", "javascript:alert(1)"),
  fc.string({ unit: "binary-ascii", maxLength: 3_000 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const json = fc
  .record(
    { name: value, description: value, image: value, external_link: value, links: fc.oneof(value, fc.array(value)) },
    { requiredKeys: [] },
  )
  .map((fields) => JSON.stringify(fields));
const encoded = fc.tuple(json, fc.nat({ max: 3 })).map(([text, way]) => {
  if (way === 0) return base64(text);
  if (way === 1) return `data:application/json,${encodeURIComponent(text)}`;
  return way === 2
    ? `data:application/json;charset=utf-8,${text}`
    : `Data:application/json;base64,${Buffer.from(text).toString("base64url")}`;
});
/** Metadata with a piece of it lost, doubled or replaced. */
const broken = fc
  .tuple(encoded, fc.nat({ max: 4_000 }), fc.nat({ max: 40 }), fc.string({ unit: "binary", maxLength: 4 }))
  .map(([uri, at, length, noise]) => {
    const start = at % uri.length;
    return uri.slice(0, start) + noise + uri.slice(start + (length % 7));
  });

describe("metadata", () => {
  let world: IndexedChain;
  const read = new Map<string, { metadata: (ExpectedMetadata & { id: string; uri: string }) | null }>();

  const uris = [...READABLE.map(({ uri }) => uri), ...Object.values(UNREADABLE)];

  beforeAll(async () => {
    world = await startIndexedChain();
    for (const [index, contractURI] of uris.entries()) {
      const [from, shares] = [devAccount(index), parseEther("1")];
      await launch(world.session, { from, name: `Case ${index}`, symbol: `C${index}`, shares, contractURI });
    }
    await world.catchUp();
    const { personalTokens } = await query<{
      personalTokens: { contractURI: string; metadata: (ExpectedMetadata & { id: string; uri: string }) | null }[];
    }>(
      world.indexer,
      "{ personalTokens(first: 1000) { contractURI metadata { id uri name description image links } } }",
    );
    for (const token of personalTokens) read.set(token.contractURI, token);
  });
  afterAll(() => world.close());

  test.each(READABLE)("reads $what", ({ what, uri, ...said }) => {
    expect(read.get(uri)?.metadata, what).toEqual({ id: keccak256(toHex(uri)), uri, ...BLANK, ...said });
    expect(expectedMetadata(uri)).toEqual({ ...BLANK, ...said });
  });

  test.each(Object.entries(UNREADABLE))("is null for %s", (_, uri) => {
    expect(read.get(uri)).toMatchObject({ metadata: null });
    expect(expectedMetadata(uri)).toBeNull();
  });

  test("reads whatever strangers write as the platform reads it, or not at all, and never stops", async () => {
    const written = [...fc.sample(encoded, { numRuns: 60, seed: 7 }), ...fc.sample(broken, { numRuns: 120, seed: 8 })];
    const from = devAccount(uris.length);
    const token = await launch(world.session, { from, name: "Fuzz", symbol: "FUZZ", shares: parseEther("1") });
    const blocks = new Map<number, string>();
    for (const uri of written) {
      try {
        const call = { account: from, address: token, abi: personalTokenAbi, functionName: "setContractURI" };
        await send(world.session, { ...call, args: [uri] });
        blocks.set(Number(await world.session.client.getBlockNumber()), uri);
      } catch (error) {
        if (refusalOf(error) === undefined) throw error;
      }
    }
    expect(blocks.size).toBeGreaterThan(written.length * 0.9);
    await world.catchUp();
    expect(world.indexer.status()).toMatchObject({ status: "synced", fatalError: null });
    for (const [block, uri] of blocks) {
      const { personalToken } = await query<{
        personalToken: { contractURI: string; metadata: ExpectedMetadata | null };
      }>(
        world.indexer,
        `{ personalToken(id: "${token.toLowerCase()}", block: { number: ${block} }) {
          contractURI metadata { name description image links }
        } }`,
      );
      expect(personalToken.metadata, JSON.stringify(uri)).toEqual(expectedMetadata(uri));
    }
  });
});
