import { type Address, BaseError, type Client, ContractFunctionRevertedError, encodeFunctionData } from "viem";
import { estimateGas, getBalance, getGasPrice, simulateBlocks, simulateContract } from "viem/actions";
import { contractErrors } from "../../../chain/contracts.ts";
import { WebError } from "../../../lib/web-error.ts";
import type { TransactRequest } from "../transact-request.ts";
import { NotEnoughCoinError, SilentRefusalError } from "./check-errors.ts";

/** What the chain said of calls before they were signed. */
export interface CheckedCalls {
  /** Calls that were tried, from the first: all of them, unless the chain's server can't try one after another. */
  readonly tried: number;
  /** What they would use, in units of gas; undefined when it is not known. */
  readonly gas: bigint | undefined;
  /** Network fee of what was tried, in wei of the native coin; undefined when it is not known. */
  readonly fee: bigint | undefined;
}

/**
 * Tries calls on the chain's newest state, one after another, without sending anything.
 *
 * @param paysFee Whether the account itself pays the network fee; somebody else may for a bundle.
 * @throws what the first call that would fail gives, `NotEnoughCoinError`, or why the chain can't be asked.
 */
export async function checkCalls(
  client: Client,
  requests: readonly TransactRequest[],
  account: Address,
  paysFee: boolean,
): Promise<CheckedCalls> {
  const value = requests.reduce((sum, request) => sum + (request.value ?? 0n), 0n);
  const [price, held] = await Promise.all([getGasPrice(client), getBalance(client, { address: account })]);
  // Said here with both figures; a node says it in its own words, or not at all.
  if (held < value) throw new NotEnoughCoinError(value, held);
  const { tried, gas } = await tryCalls(client, requests, account);
  const fee = gas === undefined ? undefined : gas * price;
  const needed = value + (paysFee ? (fee ?? 0n) : 0n);
  if (held < needed) throw new NotEnoughCoinError(needed, held);
  return { tried, gas, fee };
}

type Tried = Pick<CheckedCalls, "tried" | "gas">;

async function tryCalls(client: Client, requests: readonly TransactRequest[], account: Address): Promise<Tried> {
  const [first] = requests;
  if (first === undefined) throw new WebError("A plan has to have a step.");
  return (
    (requests.length > 1 ? await tryTogether(client, requests, account) : undefined) ?? tryAlone(client, first, account)
  );
}

async function tryAlone(client: Client, request: TransactRequest, account: Address): Promise<Tried> {
  const [, gas] = await Promise.all([
    simulateContract(client, { ...withErrors(request), account } as Parameters<typeof simulateContract>[1]),
    // What stands in the way is told better by the simulation; without an estimate the wallet makes its own.
    gasOf(client, request, account).catch(() => undefined),
  ]);
  return { tried: 1, gas };
}

/** All calls in one block that is never made (`eth_simulateV1`); undefined when the server does not know how. */
async function tryTogether(
  client: Client,
  requests: readonly TransactRequest[],
  account: Address,
): Promise<Tried | undefined> {
  const calls = requests.map((request) => {
    const { address, ...call } = withErrors(request);
    return { ...call, to: address, account };
  });
  const blocks = await simulateBlocks(client, { blocks: [{ calls }] } as Parameters<typeof simulateBlocks>[1]).catch(
    (error: unknown) => {
      if (isUnreachable(error)) throw error;
      return undefined;
    },
  );
  const results = blocks?.[0]?.calls;
  if (results === undefined) return undefined;
  for (const { status, error } of results) {
    if (status === "success") continue;
    throw hasReason(error) ? error : new SilentRefusalError("A call would fail without saying why.");
  }
  return { tried: results.length, gas: results.reduce((sum, { gasUsed }) => sum + gasUsed, 0n) };
}

function hasReason(error: unknown): boolean {
  return error instanceof BaseError && error.walk((cause) => cause instanceof ContractFunctionRevertedError) !== null;
}

/** No answer at all, rather than an answer that one does not like. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  const cause = error.walk((one) => ["HttpRequestError", "TimeoutError"].includes((one as Error).name));
  return cause !== null && (cause as { status?: number }).status === undefined;
}

/** One contract passes on what another refuses: decodes the errors of all. */
function withErrors(request: TransactRequest): TransactRequest {
  return { ...request, abi: [...request.abi, ...contractErrors] };
}

/** Of this many units of gas, in hundredths, of the estimate: state may have moved by the time of the block. */
const HEAD_ROOM_PERCENT = 125n;

/**
 * Units of gas to allow a call: the chain's estimate and a quarter, and never less than the request asks for. A block later
 * the same call may cost more, as when votes moved in between and a checkpoint is written anew; what is not used is not paid.
 */
export async function gasLimitOf(client: Client, request: TransactRequest, account: Address): Promise<bigint> {
  const limit = ((await gasOf(client, request, account)) * HEAD_ROOM_PERCENT) / 100n;
  return request.leastGas !== undefined && request.leastGas > limit ? request.leastGas : limit;
}

function gasOf(client: Client, { address, abi, functionName, args, value }: TransactRequest, account: Address) {
  const data = encodeFunctionData({ abi, functionName, args });
  return estimateGas(client, { account, to: address, data, ...(value === undefined ? {} : { value }) });
}
