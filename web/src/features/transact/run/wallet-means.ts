import type { Address, Client } from "viem";
import type { Config } from "wagmi";
import { getAccount, getCapabilities } from "wagmi/actions";
import { signsByKey } from "../plan/sign-permit.ts";

/** What a wallet can do beyond sending one transaction. */
export interface WalletMeans {
  /** Whether it takes calls as one bundle of which all or none happen (EIP-5792). Never throws. */
  readonly canBundle: (account: Address) => Promise<boolean>;
  /** Whether the account can sign permissions (EIP-2612). Never throws. */
  readonly canPermit: (account: Address) => Promise<boolean>;
  /** Remembers that it can't. */
  readonly refusePermits: (account: Address) => void;
}

/** A wallet that knows nothing of bundles may not answer at all. */
const PATIENCE_MS = 2_000;

/** Asks the connected wallet what it can do, once for each account. */
export function walletMeans(config: Config, client: Client, chainId: number): WalletMeans {
  const bundles = new Map<string, Promise<boolean>>();
  const permits = new Map<string, Promise<boolean>>();
  const once = (known: Map<string, Promise<boolean>>, account: Address, ask: () => Promise<boolean>) => {
    const key = `${getAccount(config).connector?.uid} ${account}`;
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    // What could not be asked is asked again.
    answer.catch(() => known.delete(key));
    return answer.catch(() => false);
  };
  return {
    canBundle: (account) => once(bundles, account, () => asksForBundles(config, account, chainId)),
    canPermit: (account) => once(permits, account, () => signsByKey(client, account)),
    refusePermits(account) {
      permits.set(`${getAccount(config).connector?.uid} ${account}`, Promise.resolve(false));
    },
  };
}

async function asksForBundles(config: Config, account: Address, chainId: number): Promise<boolean> {
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  // Most wallets refuse the question: they have no bundles.
  const asked = getCapabilities(config, { account, chainId }).catch(() => undefined);
  const capabilities = await Promise.race([asked, tooLong]);
  // Not “ready”: that is a wallet that would first ask to turn the account into another kind.
  return capabilities?.atomic?.status === "supported";
}
