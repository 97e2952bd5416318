import { equityRegistryAbi, networkGovernorAbi, networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { devAccount, placeManifest, startProtocol } from "@weft/devnet";
import { type Indexer, startIndexer } from "@weft/indexer";
import { type Abi, type Address, encodeFunctionData, type Hex, maxUint256, toHex, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emit } from "./support/emit.ts";
import { logOf } from "./support/log-of.ts";
import { query } from "./support/query.ts";
import { NOWHERE } from "./support/start-indexed-chain.ts";

const REGISTRY: Address = "0x00000000000000000000000000000000000a0001";
const NETWORK: Address = "0x00000000000000000000000000000000000a0002";
const GOVERNOR: Address = "0x00000000000000000000000000000000000a0003";
const PERSON: Address = "0x00000000000000000000000000000000000a0004";
const MAX = String(maxUint256);
const SOMEBODY = devAccount(7);

/** Contracts that tell what the real ones never would: what the handlers make of it shows what they hold to. */
describe("events that no contract of the protocol writes", () => {
  let protocol: Awaited<ReturnType<typeof startProtocol>>;
  let indexer: Indexer;

  const tell = (from: Address, abi: Abi, events: readonly (readonly [string, readonly unknown[]])[]) =>
    emit(
      protocol.session,
      from,
      events.map(([name, values]) => logOf(abi, name, values)),
    );
  const governor = (...events: readonly (readonly [string, readonly unknown[]])[]) =>
    tell(GOVERNOR, networkGovernorAbi, events);
  const network = (...events: readonly (readonly [string, readonly unknown[]])[]) =>
    tell(NETWORK, networkTokenAbi, events);

  beforeAll(async () => {
    protocol = await startProtocol();
    const { session, chain } = protocol;
    const block = Number(await session.client.getBlockNumber()) + 1;
    await tell(REGISTRY, equityRegistryAbi, [
      ["RegistryDeployed", [zeroAddress, 18, "", zeroAddress]],
      ["PersonalTokenLaunched", [PERSON, SOMEBODY, "Odd", "ODD", 0n, "", false]],
      ["NetworkFormed", [NETWORK, SOMEBODY, GOVERNOR, "Strange", "STR", "", 0n, 0n]],
    ]);
    const manifest = await placeManifest({ ...session.deployment, registry: REGISTRY, block });
    indexer = await startIndexer({ manifest, rpc: chain.rpcUrl, pollingInterval: 50, ipfs: NOWHERE });
  });
  afterAll(async () => {
    await indexer.close();
    await protocol.chain.close();
  });

  async function read<T>(document: string): Promise<T> {
    await indexer.sync();
    expect(indexer.status()).toMatchObject({ fatalError: null });
    return query<T>(indexer, document);
  }

  test("what was never announced changes nothing", async () => {
    await governor(
      ["VoteCast", [SOMEBODY, 1n, 1, 5n, "why"]],
      ["ProposalExtended", [1n, 9n]],
      ["ProposalExecuted", [1n]],
      ["ProposalCanceled", [1n]],
    );
    await network(
      ["TermsCancelled", [0n, SOMEBODY]],
      ["Staked", [0n, NETWORK, SOMEBODY, SOMEBODY, 1n, 1n]],
      ["Unstaked", [maxUint256, NETWORK, SOMEBODY, 1n, 1n]],
    );
    const doubt = (number: bigint) => ["Disputed", [number, SOMEBODY, "ipfs://doubt"]] as const;
    await tell(PERSON, personalTokenAbi, [doubt(0n), doubt(maxUint256)]);
    const rows = await read<Record<string, unknown[]>>(
      "{ proposals { id } votes { id } terms_collection { id } stakes { id } unstakes { id } memberships { id } positions { id } disputes { id } }",
    );
    expect(await read("{ personalTokens { disputeCount } }")).toEqual({ personalTokens: [{ disputeCount: 0 }] });
    for (const [field, found] of Object.entries(rows)) expect(found, field).toEqual([]);
  });

  test("the largest numbers, and calls that no governor takes", async () => {
    const cancel = encodeFunctionData({ abi: networkTokenAbi, functionName: "cancelTerms", args: [maxUint256] });
    const calldatas: readonly Hex[] = ["0x", "0x4e5c3b", "0xdeadbeef", cancel];
    const targets = calldatas.map(() => NETWORK);
    const values = calldatas.map(() => maxUint256);
    const signatures = calldatas.map(() => "");
    await network(["DelegateVotesChanged", [SOMEBODY, 0n, maxUint256]]);
    await governor(
      ["QuorumNumeratorUpdated", [maxUint256, maxUint256]],
      ["ProposalCreated", [maxUint256, SOMEBODY, targets, values, signatures, calldatas, maxUint256, maxUint256, ""]],
      ["VoteCastWithParams", [SOMEBODY, maxUint256, 2, maxUint256, "", "0x00"]],
      ["ProposalExecuted", [maxUint256]],
    );
    await network(["Applied", [NETWORK, SOMEBODY, maxUint256, maxUint256, ""]]);
    const { proposals, voters, applications } = await read<Record<string, unknown>>(
      `{ proposals { id proposalId startsAt endsAt status callCount abstainVotes quorum
           calls { index value action setting cancels { id } } votes { id weight params } }
         voters { id votes } applications { amount rate status } }`,
    );
    const id = `${NETWORK}${toHex(maxUint256).slice(2)}`;
    expect(proposals).toEqual([
      {
        id,
        proposalId: MAX,
        startsAt: MAX,
        endsAt: MAX,
        status: "EXECUTED",
        callCount: 4,
        abstainVotes: MAX,
        quorum: "0",
        calls: [{ index: 3, value: MAX, action: "CANCEL_TERMS", setting: null, cancels: null }],
        votes: [{ id: `${id}${SOMEBODY.slice(2).toLowerCase()}`, weight: MAX, params: "0x00" }],
      },
    ]);
    expect(voters).toEqual([{ id: `${NETWORK}${SOMEBODY.slice(2).toLowerCase()}`, votes: MAX }]);
    expect(applications).toEqual([{ amount: MAX, rate: MAX, status: "OPEN" }]);
  });
});
