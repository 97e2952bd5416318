import type { QueryClient } from "@tanstack/react-query";
import { type Address, type Client, encodeFunctionData, erc20Abi } from "viem";
import { getBlock, readContract } from "viem/actions";
import type { Config } from "wagmi";
import { getAccount, sendCalls, writeContract } from "wagmi/actions";
import { signPermit } from "../plan/sign-permit.ts";
import { followPorts } from "../sent/follow-ports.ts";
import type { SentLog } from "../sent/sent-log.ts";
import { bounded } from "../sent/sent-transaction.ts";
import { settledIn, watchSent } from "../sent/watch-sent.ts";
import type { TransactRequest } from "../transact-request.ts";
import { checkCalls, gasLimitOf } from "./check-calls.ts";
import type { RunPorts } from "./run-plan.ts";
import { walletMeans } from "./wallet-means.ts";

/** Where what is sent is kept, and which form it is from. */
export interface RunPlace {
  readonly log: SentLog;
  readonly form: string;
  /** Where that form is now. */
  readonly path: () => string;
}

/** How a run reaches the wallet, the chain and the log of what was sent. */
export function runPorts(config: Config, queryClient: QueryClient, { log, form, path }: RunPlace): RunPorts {
  const chainId = config.chains[0].id;
  const client = config.getClient({ chainId }) as Client;
  const follow = followPorts(config, queryClient);
  return {
    ...walletMeans(config, client, chainId),
    expectedChainId: chainId,
    wallet() {
      const { isConnected, address, chainId: on } = getAccount(config);
      return isConnected && address ? { account: address.toLowerCase() as Address, chainId: on } : undefined;
    },
    allowance: ({ token, spender }, account) =>
      readContract(client, { address: token, abi: erc20Abi, functionName: "allowance", args: [account, spender] }),
    check: (requests, account, paysFee) => checkCalls(client, requests, account, paysFee),
    async signPermit(spend, account) {
      const { timestamp } = await getBlock(client);
      const here = BigInt(Math.floor(Date.now() / 1000));
      // A chain's clock may be ahead of this machine's.
      return signPermit(config, client, spend, account, timestamp > here ? timestamp : here);
    },
    async write(request, account) {
      const { leastGas: _, ...call } = request;
      const gas = await gasLimitOf(client, request, account);
      return writeContract(config, { ...call, account, gas, chainId } as unknown as Parameters<
        typeof writeContract
      >[1]);
    },
    async sendBundle(requests, account) {
      const { id } = await sendCalls(config, { account, chainId, calls: requests.map(toCall), forceAtomic: true });
      return id;
    },
    note(sent) {
      log.add(bounded({ ...sent, form, path: path(), sentAt: Date.now(), phase: "pending" }));
      watchSent(log, sent.account, follow);
    },
    settled: (id, account) => settledIn(log, account, id),
  };
}

function toCall({ address, abi, functionName, args, value }: TransactRequest) {
  const data = encodeFunctionData({ abi, functionName, args });
  return { to: address, data, ...(value === undefined ? {} : { value }) };
}
