import { personalTokenAbi } from "@weft/abis";
import { approveHolder, devAccount, launch, realize, transfer } from "@weft/devnet";
import { type Address, parseEther, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import { query } from "./support/query.ts";
import { send } from "./support/send.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

type Rows = Record<string, readonly Record<string, unknown>[]>;

describe("what a person and the holders decide about a token", () => {
  let world: IndexedChain;
  const [ada, ben, cleo] = [devAccount(0), devAccount(1), devAccount(2)];
  let token: Address;
  let other: Address;
  const lower = (address: Address) => address.toLowerCase();
  const act = (account: Address, functionName: string, args: readonly unknown[] = []) =>
    send(world.session, { account, address: token, abi: personalTokenAbi, functionName, args });
  const now = async () => String((await world.session.client.getBlock()).timestamp);

  beforeAll(async () => {
    world = await startIndexedChain();
    const shares = parseEther("100");
    token = await launch(world.session, { from: ada, name: "Closed", symbol: "CLOSED", shares, open: false });
    other = await launch(world.session, { from: ben, name: "Other", symbol: "OTHER", shares });
  });
  afterAll(() => world.close());

  test("who may hold a closed token, until it opens", async () => {
    const first = await world.catchUp();
    await approveHolder(world.session, { from: ada, token, holder: ben });
    await approveHolder(world.session, { from: ada, token, holder: cleo });
    await act(ada, "approveHolder", [ben, false]);
    await act(ada, "approveHolder", [cleo, true]);
    await act(ada, "openTransfers");
    const opened = await now();
    const head = await world.catchUp();
    for (let block = first; block <= head; block++) await expectIndexEqualsChain(world, block);

    const { personalToken, holderApprovalChanges } = await query<Record<string, unknown>>(
      world.indexer,
      `{ personalToken(id: "${lower(token)}") { transfersOpen transfersOpenedAt
           holderApprovals(orderBy: id) { holder { id } approved } }
         holderApprovalChanges(orderBy: block) { token { id } holder { id } approved } }`,
    );
    expect(personalToken).toEqual({
      transfersOpen: true,
      transfersOpenedAt: opened,
      holderApprovals: [
        { holder: { id: lower(cleo) }, approved: true },
        { holder: { id: lower(ben) }, approved: false },
      ].sort((a, b) => (a.holder.id < b.holder.id ? -1 : 1)),
    });
    const change = (holder: Address, approved: boolean) => ({
      token: { id: lower(token) },
      holder: { id: lower(holder) },
      approved,
    });
    expect(holderApprovalChanges).toEqual([
      change(ben, true),
      change(cleo, true),
      change(ben, false),
      change(cleo, true),
    ]);
  });

  test("which tokens may come into the treasury, and what came", async () => {
    await act(ada, "allowDeposit", [other]);
    await transfer(world.session, { from: ben, token: other, to: token, amount: 7n });
    await act(ada, "refuseDeposit", [other]);
    await expectIndexEqualsChain(world, await world.catchUp());
    const { personalToken, depositPermissionChanges, wallet } = await query<Record<string, unknown>>(
      world.indexer,
      `{ personalToken(id: "${lower(token)}") { treasury { token { id } balance class }
           depositPermissions { token { id } allowed } }
         depositPermissionChanges(orderBy: block) { treasury { id } token { id } allowed }
         wallet: holding(id: "${lower(other)}${lower(ben).slice(2)}") { treasuryOf { id } } }`,
    );
    const id = lower(other);
    expect(personalToken).toEqual({
      treasury: [{ token: { id }, balance: "7", class: "TREASURY" }],
      depositPermissions: [{ token: { id }, allowed: false }],
    });
    expect(depositPermissionChanges).toEqual(
      [true, false].map((allowed) => ({ treasury: { id: lower(token) }, token: { id }, allowed })),
    );
    expect(wallet).toEqual({ treasuryOf: null });
  });

  test("doubts about gains, each beside its own", async () => {
    const gain = (evidence: string) => realize(world.session, { from: ada, token, amount: 90n, evidence });
    await gain("first");
    await gain("second");
    await act(ada, "dispute", [1n, "ipfs://doubt"]);
    await act(ada, "dispute", [1n, ""]);
    await world.catchUp();
    const { realizations, personalToken, disputes, incomes } = await query<Rows>(
      world.indexer,
      `{ realizations(where: { token: "${lower(token)}" }, orderBy: number) { id evidence disputes(orderBy: block) { uri } }
         personalToken(id: "${lower(token)}") { disputeCount disputes { id } }
         disputes(where: { uri: "ipfs://doubt" }) { holder { id } realization { number } token { id } timestamp }
         incomes(where: { token: "${lower(token)}" }, orderBy: block) { kind realization { number } } }`,
    );
    expect(realizations).toEqual([
      { id: `${lower(token)}00000000`, evidence: "first", disputes: [] },
      { id: `${lower(token)}00000001`, evidence: "second", disputes: [{ uri: "ipfs://doubt" }, { uri: "" }] },
    ]);
    expect(personalToken).toMatchObject({ disputeCount: 2, disputes: [{}, {}] });
    expect(disputes).toEqual([
      {
        holder: { id: lower(ada) },
        realization: { number: "1" },
        token: { id: lower(token) },
        timestamp: expect.any(String),
      },
    ]);
    expect(incomes).toEqual(["0", "1"].map((number) => ({ kind: "REALIZED", realization: { number } })));
  });

  test("offers of the token, taken back and taken up", async () => {
    const first = await world.catchUp();
    await act(ada, "transferPerson", [ben]);
    await act(ada, "transferPerson", [zeroAddress]);
    await act(ada, "transferPerson", [cleo]);
    await act(cleo, "acceptPerson", [parseEther("100")]);
    const head = await world.catchUp();
    for (let block = first; block <= head; block++) await expectIndexEqualsChain(world, block);
    const { personTransfers } = await query<Rows>(
      world.indexer,
      "{ personTransfers(orderBy: block) { token { id } step from { id } to { id } } }",
    );
    const step = (name: string, to: Address | null) => ({
      token: { id: lower(token) },
      step: name,
      from: { id: lower(ada) },
      to: to === null ? null : { id: lower(to) },
    });
    expect(personTransfers).toEqual([
      step("OFFERED", ben),
      step("WITHDRAWN", null),
      step("OFFERED", cleo),
      step("ACCEPTED", cleo),
    ]);
  });
});
