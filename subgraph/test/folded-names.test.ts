import { equityRegistryAbi } from "@weft/abis";
import { devAccount, placeManifest, startProtocol } from "@weft/devnet";
import { type Indexer, startIndexer } from "@weft/indexer";
import fc from "fast-check";
import { type Address, padHex, toHex, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foldText } from "../../web/src/lib/fold-text.ts";
import { emit } from "./support/emit.ts";
import { logOf } from "./support/log-of.ts";
import { query } from "./support/query.ts";
import { NOWHERE } from "./support/start-indexed-chain.ts";

const REGISTRY: Address = "0x00000000000000000000000000000000000a0001";
/** More than a name may have: the registry that tells of these has no bound. */
const LETTERS_OF_A_NAME = 256;
const SURROGATES = { first: 0xd800, last: 0xdfff } as const;

/** Every character of the Basic Multilingual Plane, in order. */
function everyCharacter(): readonly string[] {
  const codes = Array.from({ length: 0x1_0000 }, (_, code) => code);
  const text = codes.filter((code) => code < SURROGATES.first || code > SURROGATES.last);
  return Array.from({ length: Math.ceil(text.length / LETTERS_OF_A_NAME) }, (_, index) =>
    String.fromCharCode(...text.slice(index * LETTERS_OF_A_NAME, (index + 1) * LETTERS_OF_A_NAME)),
  );
}

/** Names as they are searched for: what the index has must be what the dApp folds, or a search misses. */
describe("folded names", () => {
  let protocol: Awaited<ReturnType<typeof startProtocol>>;
  let indexer: Indexer;
  let launched = 0;

  const tell = (logs: Parameters<typeof emit>[2]) => emit(protocol.session, REGISTRY, logs);
  /** Launches a token of each name, the same as its symbol, without the contract that would refuse many; returns their rows. */
  const launch = async (names: readonly (string | Uint8Array)[]) => {
    const from = launched;
    launched += names.length;
    const values = names.map((name, i) => [addressOf(from + i), devAccount(7), name, name, 0n, "", false]);
    await tell(values.map((each) => logOf(equityRegistryAbi, "PersonalTokenLaunched", each)));
    await indexer.sync();
    const where = { id_gte: addressOf(from), id_lt: addressOf(launched) };
    const { personalTokens } = await query<{
      personalTokens: { name: string; foldedName: string; foldedSymbol: string }[];
    }>(
      indexer,
      `query ($where: PersonalToken_filter) {
         personalTokens(first: 1000, orderBy: id, where: $where) { name foldedName foldedSymbol }
       }`,
      { where },
    );
    expect(personalTokens).toHaveLength(names.length);
    return personalTokens;
  };
  const expectAlike = async (names: readonly (string | Uint8Array)[]) => {
    for (const { name, foldedName, foldedSymbol } of await launch(names)) {
      expect(foldedName).toBe(foldText(name));
      expect(foldedSymbol).toBe(foldedName);
    }
  };

  beforeAll(async () => {
    protocol = await startProtocol();
    const { session, chain } = protocol;
    const block = Number(await session.client.getBlockNumber()) + 1;
    await tell([logOf(equityRegistryAbi, "RegistryDeployed", [zeroAddress, 18, "", zeroAddress])]);
    const manifest = await placeManifest({ ...session.deployment, registry: REGISTRY, block });
    indexer = await startIndexer({ manifest, rpc: chain.rpcUrl, pollingInterval: 50, ipfs: NOWHERE });
  });
  afterAll(async () => {
    await indexer.close();
    await protocol.chain.close();
  });

  test("are what people type", async () => {
    const rows = await launch([
      "Goran Ilić",
      "ŁÓDŹ",
      "Zoe\u0308",
      "Ærø Straße",
      "ΆΝΝΑ ΣΤΆΣ",
      "Йогурт",
      "Ａｄａ\u3000Ｏ",
      "東京 👩\u200d🌾",
    ]);
    expect(rows.map(({ foldedName }) => foldedName)).toEqual([
      "goran ilic",
      "lodz",
      "zoe",
      "aero strasse",
      "αννα στασ",
      "иогурт",
      "ada o",
      "東京 👩🌾",
    ]);
  });

  test("are folded as the dApp folds, every character", async () => {
    await expectAlike(everyCharacter());
  });

  test("are folded as the dApp folds, whatever the bytes", async () => {
    const letters = fc.constantFrom(..."aÅéǅßσςΣİıЙй\u0301\u0327\u200d\u202eＡ％_👩");
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: letters }),
      fc.uint8Array({ maxLength: 64 }),
    );
    const names = fc.array(name, { minLength: 60, maxLength: 60 });
    await fc.assert(fc.asyncProperty(names, expectAlike), { numRuns: 4, endOnFailure: true });
  });

  test("find a token by any part of its name, in any case and with or without accents", async () => {
    await launch(["Tomás Núñez"]);
    for (const typed of ["TOMAS", "núñ", "s nunez", "To\u0301más"]) {
      const found = await query<{ personalTokens: { name: string }[] }>(
        indexer,
        "query ($text: String!) { personalTokens(where: { foldedName_contains: $text }) { name } }",
        { text: foldText(typed) },
      );
      expect(found.personalTokens, typed).toContainEqual({ name: "Tomás Núñez" });
    }
  });
});

function addressOf(number: number): Address {
  return padHex(toHex(number + 1), { size: 20 });
}
