import { personalTokenAbi } from "@weft/abis";
import { devAccount, launch } from "@weft/devnet";
import { type Address, keccak256, parseEther, toHex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { query } from "./support/query.ts";
import { send } from "./support/send.ts";
import { contentIdOf, type Gateway, startGateway } from "./support/start-gateway.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

const file = (description: string) => JSON.stringify({ description, image: "ipfs://bafy/x.png" });

describe("metadata on IPFS", () => {
  let gateway: Gateway;
  let world: IndexedChain;
  let launched = 0;

  beforeAll(async () => {
    gateway = await startGateway();
    world = await startIndexedChain({}, {}, gateway.url);
  });
  afterAll(async () => {
    await world.close();
    await gateway.close();
  });

  const launchWith = (contractURI: string): Promise<Address> => {
    const from = devAccount(launched++);
    return launch(world.session, { from, name: "Token", symbol: "T", shares: parseEther("1"), contractURI });
  };

  async function metadataOf(token: Address): Promise<Record<string, unknown> | null> {
    const { equityToken } = await query<{ equityToken: { metadata: Record<string, unknown> | null } }>(
      world.indexer,
      `{ equityToken(id: "${token.toLowerCase()}") { metadata { __typename id uri name description image links } } }`,
    );
    return equityToken.metadata;
  }

  /** Lets blocks pass until the file at `uri` was read. */
  async function untilRead(uri: string): Promise<void> {
    const id = keccak256(toHex(uri));
    await expect
      .poll(
        async () => {
          await world.session.client.mine({ blocks: 1 });
          await world.catchUp();
          return query(world.indexer, `{ fileMetadata(id: "${id}") { id } }`);
        },
        { timeout: 20_000, interval: 50 },
      )
      .toEqual({ fileMetadata: { id } });
  }

  test("is there once the file arrives, under an id that was known before, for all tokens that name it", async () => {
    const content = file("late");
    const uri = `ipfs://${contentIdOf(content)}`;
    const tokens = [await launchWith(uri), await launchWith(uri.replace("ipfs://", "ipfs://ipfs/"))];
    await world.catchUp();
    expect(await metadataOf(tokens[0] as Address)).toBeNull();
    gateway.publish(content);
    await untilRead(uri);
    for (const token of tokens) {
      expect(await metadataOf(token)).toEqual({
        __typename: "FileMetadata",
        id: keccak256(toHex(uri)),
        uri,
        name: null,
        description: "late",
        image: "ipfs://bafy/x.png",
        links: [],
      });
    }
  });

  test("follows a token from one place to another and back", async () => {
    const content = file("on IPFS");
    const uri = `ipfs://${gateway.publish(content)}`;
    const inline = `data:application/json,${file("on the chain")}`;
    const token = await launchWith(inline);
    const set = async (contractURI: string) => {
      const account = devAccount(launched - 1);
      await send(world.session, {
        account,
        address: token,
        abi: personalTokenAbi,
        functionName: "setContractURI",
        args: [contractURI],
      });
      await world.catchUp();
    };
    await set(uri);
    await untilRead(uri);
    expect(await metadataOf(token)).toMatchObject({ __typename: "FileMetadata", description: "on IPFS" });
    await set(inline);
    expect(await metadataOf(token)).toMatchObject({ __typename: "InlineMetadata", description: "on the chain" });
    await set("");
    expect(await metadataOf(token)).toBeNull();
    await set(uri);
    expect(await metadataOf(token)).toMatchObject({ __typename: "FileMetadata", description: "on IPFS" });
    const id = contentIdOf(content);
    expect(gateway.requests.filter((each) => each === id)).toHaveLength(1);
  });

  test("stays null for files that say nothing, and for what is no file, and stops nothing", async () => {
    const nothing = ["no JSON", "[]", '{"description":', file("x".repeat(140_000))].map((content) =>
      gateway.publish(content),
    );
    const strange = [
      `f01551220${"00".repeat(32)}`,
      contentIdOf("capital").toUpperCase(),
      "Qm",
      "bafy/../etc",
      `${contentIdOf("elsewhere")}/../x`,
      `${contentIdOf("spaces")}/a b`,
      "",
    ];
    const tokens: Address[] = [];
    for (const path of [...nothing, ...strange]) tokens.push(await launchWith(`ipfs://${path}`));
    const last = `ipfs://${gateway.publish(file("last"))}`;
    const token = await launchWith(last);
    await untilRead(last);
    await expect.poll(() => nothing.every((id) => gateway.requests.includes(id))).toBe(true);
    await world.session.client.mine({ blocks: 1 });
    await world.catchUp();
    for (const each of tokens) expect(await metadataOf(each)).toBeNull();
    expect(await metadataOf(token)).toMatchObject({ description: "last" });
    expect(gateway.requests.filter((id) => strange.some((path) => path !== "" && id.includes(path)))).toEqual([]);
    expect(world.indexer.status()).toMatchObject({ status: "synced", fatalError: null });
  });
});
