import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { networkQueryOptions } from "./network.ts";
import { memberGainsQueryOptions } from "./network-gains.ts";
import { positionsQueryOptions } from "./network-positions.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import { personQueryOptions } from "./person.ts";
import { paymentsQueryOptions } from "./portfolio.ts";
import { IndexAnswerError } from "./read-answer.ts";
import { sampleAddress } from "./testing/sample-snapshot.ts";
import { tokens, wallets } from "./testing/trio.ts";

/** Lets the index answer `data`, and keeps what it was asked. */
function answerWith(...answers: readonly unknown[]) {
  const left = [...answers];
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body).variables);
    return Response.json({ data: left.length > 1 ? left.shift() : left[0] });
  });
  return asked;
}

const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });
const meta = { _meta: { block: { number: 7 } } };
const id = (address: string) => ({ id: address });

afterEach(() => vi.unstubAllGlobals());

describe("personQueryOptions", () => {
  const gain = {
    id: "0x1",
    number: "0",
    amount: "90",
    duration: "0",
    evidence: "x",
    timestamp: "5",
    transaction: "0x2",
    disputes: [{ id: "0x3", holder: id(wallets.ben), uri: "https://example.org", timestamp: "6" }],
  };
  const personalToken = {
    transfersOpen: false,
    incomePerShare: "1",
    eligibleSupply: "2",
    streamLeft: "3",
    streamEnd: "9",
    lastAccrual: "4",
    pendingPerson: id(wallets.ben),
    metadata: { links: ["https://example.org/ada"] },
    personTransfers: [{ id: "0x4", step: "OFFERED", from: id(wallets.ada), to: id(wallets.ben), timestamp: "7" }],
    holderApprovals: [{ holder: id(tokens.trio) }],
    depositPermissions: [{ token: id(tokens.trio) }],
    person: { holdings: [{ token: id(tokens.trio), claimed: "5" }] },
    treasury: [{ token: id(tokens.trio), claimed: "6" }],
  };
  const joined = {
    network: id(tokens.trio),
    staked: "9",
    returned: "7",
    sharesIssued: "4",
    sharesBurned: "3",
    broughtIn: "0",
    joinedAt: "4",
  };

  it("reads gains and networks with amounts in wei", async () => {
    const asked = answerWith({ ...meta, personalToken, realizations: [gain], memberships: [joined] });
    const record = await client().fetchQuery(personQueryOptions(tokens.ada));
    expect(asked).toEqual([{ id: tokens.ada, token: tokens.ada, most: 200 }]);
    expect(record).toMatchObject({
      block: 7,
      transfersOpen: false,
      stream: { streamLeft: 3n, streamEnd: 9n, lastAccrual: 4n },
      pendingPerson: wallets.ben,
      handOvers: [{ step: "offered", from: wallets.ada, to: wallets.ben, timestamp: 7 }],
      approved: [tokens.trio],
      deposits: [tokens.trio],
      links: ["https://example.org/ada"],
    });
    expect(record?.gains[0]).toMatchObject({
      number: 0,
      amount: 90n,
      timestamp: 5,
      disputes: [{ holder: wallets.ben, uri: "https://example.org", timestamp: 6 }],
    });
    expect(record?.networks).toEqual([
      {
        network: tokens.trio,
        staked: 2n,
        received: 1n,
        broughtIn: 0n,
        paidToWallet: 5n,
        paidToTreasury: 6n,
        joinedAt: 4,
      },
    ]);
  });

  it("is null where the index has no person", async () => {
    answerWith({ ...meta, personalToken: null, realizations: [], memberships: [] });
    expect(await client().fetchQuery(personQueryOptions(tokens.trio))).toBeNull();
  });

  it("refuses an amount that can't be", async () => {
    answerWith({ ...meta, personalToken: { ...personalToken, streamLeft: "-1" }, realizations: [], memberships: [] });
    await expect(client().fetchQuery(personQueryOptions(tokens.ada))).rejects.toThrow(IndexAnswerError);
  });
});

describe("networkQueryOptions", () => {
  const terms = {
    number: 0,
    member: id(tokens.ada),
    account: null,
    rate: "5",
    cap: "4",
    used: "3",
    opensAt: "1",
    expiry: "2",
    lockup: "0",
    maxMemberSupply: "9",
    sponsor: id(wallets.ben),
    kind: "ENTRY",
    status: "CANCELLED",
    cancelledBy: id(wallets.ada),
  };

  const governor = sampleAddress(0x90);
  const joined = { staked: "9", returned: "7", broughtIn: "8" };

  it("reads terms and members", async () => {
    const networkToken = {
      creator: id(wallets.ada),
      governor,
      founded: true,
      foundingEnds: "6",
      founderCount: 3,
      proposalCount: 2,
      terms: [
        terms,
        { ...terms, number: 1, kind: "FOUNDING", status: "OPEN", sponsor: null, cancelledBy: null },
        { ...terms, number: 2, kind: "EXIT", account: id(wallets.ada), cancelledBy: id(governor) },
      ],
      members: [
        { ...joined, member: id(tokens.ben), joinedAt: "6" },
        { ...joined, member: id(tokens.ada), joinedAt: "4" },
      ],
    };
    answerWith({ ...meta, networkToken });
    const record = await client().fetchQuery(networkQueryOptions(tokens.trio));
    expect(record).toMatchObject({ block: 7, creator: wallets.ada, founded: true, foundingEnds: 6, founderCount: 3 });
    expect(record?.terms.map(({ founding }) => founding)).toEqual([false, true]);
    expect(record?.terms[0]).toMatchObject({ account: null, rate: 5n, cap: 4n, used: 3n, sponsor: wallets.ben });
    expect(record?.terms.map(({ status, cancelledBy }) => [status, cancelledBy])).toEqual([
      ["cancelled", wallets.ada],
      ["open", null],
    ]);
    expect(record?.exits.map(({ number, account, cancelledBy }) => [number, account, cancelledBy])).toEqual([
      [2, wallets.ada, "vote"],
    ]);
    expect(record?.members[0]).toEqual({ member: tokens.ada, staked: 2n, broughtIn: 8n, joinedAt: 4 });
    expect(record?.members.map(({ member }) => member)).toEqual([tokens.ada, tokens.ben]);
  });

  it("reads all terms and members, however many", async () => {
    const many = Array.from({ length: PAGE_SIZE }, (_, number) => ({ ...terms, id: sampleAddress(number), number }));
    const joins = many.map((row, at) => ({ ...joined, id: row.id, member: id(sampleAddress(at)), joinedAt: "4" }));
    const networkToken = {
      ...{ creator: id(wallets.ada), governor, founded: true, foundingEnds: "6", founderCount: 3, proposalCount: 2 },
      ...{ terms: many, members: joins },
    };
    const asked = answerWith(
      { ...meta, networkToken },
      { terms: [{ ...terms, number: PAGE_SIZE }], members: [joins[0]] },
    );
    const record = await client().fetchQuery(networkQueryOptions(tokens.trio));
    expect(record?.terms.at(-1)?.number).toBe(PAGE_SIZE);
    expect(record?.members).toHaveLength(PAGE_SIZE + 1);
    const after = { network: tokens.trio, after: sampleAddress(PAGE_SIZE - 1), first: PAGE_SIZE };
    expect(asked).toEqual([{ id: tokens.trio, first: PAGE_SIZE }, after, after]);
  });

  it("is null where the index has no network", async () => {
    answerWith({ ...meta, networkToken: null });
    expect(await client().fetchQuery(networkQueryOptions(tokens.ada))).toBeNull();
  });

  it("reads what is still in, and for whom founders staked", async () => {
    const row = {
      member: id(tokens.ada),
      account: id(tokens.cleo),
      staked: "9",
      minted: "6",
      returned: "4",
      burned: "7",
    };
    const asked = answerWith({
      positions: [row, { ...row, returned: "9" }],
      stakes: [{ terms: { number: 2 }, to: id(tokens.cleo) }],
    });
    const accounts = [wallets.cleo, tokens.cleo];
    const { positions, founderReceivers } = await client().fetchQuery(positionsQueryOptions(tokens.trio, accounts));
    expect(asked).toEqual([{ network: tokens.trio, accounts }]);
    expect(positions).toEqual([{ member: tokens.ada, account: tokens.cleo, staked: 5n, minted: 0n }]);
    expect([...founderReceivers]).toEqual([[2, tokens.cleo]]);
  });

  it("reads the members' gains from a time on", async () => {
    const income = { token: id(tokens.ada), kind: "REALIZED", source: id(wallets.ada), amount: "9", timestamp: "8" };
    const asked = answerWith({ incomes: [income] });
    const gains = await client().fetchQuery(memberGainsQueryOptions([tokens.ada], 7));
    expect(asked).toEqual([{ members: [tokens.ada], since: "7" }]);
    expect(gains).toEqual([{ member: tokens.ada, kind: "REALIZED", source: wallets.ada, amount: 9n, timestamp: 8 }]);
  });
});

describe("portfolio queries", () => {
  it("reads payments", async () => {
    answerWith({ claims: [{ id: "0x1", token: id(tokens.trio), amount: "6", timestamp: "5", block: "4" }] });
    const payments = await client().fetchQuery(paymentsQueryOptions(wallets.ada));
    expect(payments).toEqual([{ id: "0x1", token: tokens.trio, amount: 6n, timestamp: 5, block: 4 }]);
  });
});
