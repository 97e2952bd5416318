import { personalTokenAbi } from "@weft/abis";
import { devAccount, form, launch, realize, settle, stake } from "@weft/devnet";
import { type Abi, type Address, decodeErrorResult, type Hex, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { query } from "./support/query.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

interface Indexed {
  readonly settlements: readonly { id: Hex; account: object; caller: object; paid: string; transaction: Hex }[];
  readonly failedHops: readonly { id: Hex; hop: string; reason: Hex; selector: Hex | null; transaction: Hex }[];
}

describe("settlements", () => {
  let world: IndexedChain;
  beforeAll(async () => {
    world = await startIndexedChain();
  });
  afterAll(() => world.close());

  test("who was paid what, and what was passed over and why", async () => {
    const { session } = world;
    const [ada, keeper] = [devAccount(0), devAccount(1)];
    const shares = parseEther("100");
    const token = await launch(session, { from: ada, name: "Ada", symbol: "ADA", shares });
    const { timestamp } = await session.client.getBlock();
    const founders = [{ account: ada, member: token, stake: parseEther("50"), rate: parseEther("1") }];
    const facts = { from: ada, name: "Net", symbol: "NET", founders, foundingEnds: timestamp + 1_000n };
    const { network } = await form(session, facts);
    await stake(session, { from: ada, network, termsId: 0n });
    await realize(session, { from: ada, token, amount: parseEther("90"), evidence: "gain" });

    const hops = [
      { holder: network, source: token },
      // Nothing is left to harvest.
      { holder: network, source: token, repeats: 2n },
    ];
    const stranger: Address = "0x00000000000000000000000000000000000a0009";
    const claims = [token, network, stranger];
    const paid = await settle(session, { from: keeper, account: ada, hops, claims });
    await world.catchUp();
    const { settlements, failedHops } = await query<Indexed>(
      world.indexer,
      `{ settlements { id account { id settlements { id } } caller { id } paid transaction }
         failedHops(orderBy: id) { id hop reason selector transaction } }`,
    );
    expect(settlements).toHaveLength(1);
    expect(paid).toBeGreaterThan(parseEther("89"));
    const [settlement] = settlements;
    expect(settlement).toMatchObject({
      account: { id: ada.toLowerCase(), settlements: [{ id: settlement?.id }] },
      caller: { id: keeper.toLowerCase() },
      paid: String(paid),
    });
    expect(failedHops.map(({ hop }) => hop)).toEqual(["1", "4"]);
    const abi: Abi = personalTokenAbi;
    const errors = failedHops.map(({ reason }) => decodeErrorResult({ abi, data: reason }).errorName);
    expect(errors).toEqual(["NothingToClaim", "NotEquityToken"]);
    for (const { id, reason, selector, transaction } of failedHops) {
      expect(transaction).toBe(settlement?.transaction);
      expect(selector).toBe(reason.slice(0, 10));
      expect(id < String(settlement?.id)).toBe(true);
    }
  });
});
