import { type Address, custom, type EIP1193Provider, getAddress, http } from "viem";
import { createConnector } from "wagmi";
import { toAddress } from "../lib/address.ts";
import { LOCAL_CHAIN_ID } from "./chain.ts";

const ID_PREFIX = "development-";

/** Which account of the local chain, and where the chain listens. */
export interface DevelopmentConnectorOptions {
  readonly address: Address;
  readonly rpcUrl: string;
  /** What the dialog calls it. */
  readonly name?: string;
}

/** Id of the connector of a development account. */
export function developmentConnectorId(address: Address): string {
  return `${ID_PREFIX}${address.toLowerCase()}`;
}

/** Whether a connector is a development account's. */
export function isDevelopmentConnector(id: string | undefined): boolean {
  return id?.startsWith(ID_PREFIX) ?? false;
}

/** The development account that was connected when the page was last open, from wagmi's storage. */
export function restoredDevelopmentAccount(storage: Pick<Storage, "getItem">, prefix: string): Address | undefined {
  const id = storage.getItem(`${prefix}.recentConnectorId`)?.replaceAll('"', "");
  return id?.startsWith(ID_PREFIX) ? toAddress(id.slice(ID_PREFIX.length)) : undefined;
}

/**
 * A wallet of one unlocked account of the local chain: what it is asked to sign, the chain's own RPC signs.
 *
 * The account is in plain sight on every such chain: for development and demonstration only.
 */
export function developmentConnector({ address, rpcUrl, name }: DevelopmentConnectorOptions) {
  const account = getAddress(address);
  const rpc = http(rpcUrl)({ retryCount: 0 });
  // wagmi remembers the wallet used last even after it was disconnected on purpose.
  const leftKey = `${developmentConnectorId(address)}.disconnected` as const;
  const provider = custom({
    async request({ method, params }) {
      if (method === "eth_accounts" || method === "eth_requestAccounts") return [account];
      return rpc.request({ method, params });
    },
  })({ retryCount: 0 });

  return createConnector<EIP1193Provider, Record<never, never>, Record<typeof leftKey, true>>((config) => ({
    id: developmentConnectorId(address),
    name: name ?? `${account.slice(0, 6)} (development)`,
    type: "development",
    async connect(parameters) {
      await rpc.request({ method: "eth_chainId" });
      await config.storage?.removeItem(leftKey);
      const accounts = parameters?.withCapabilities ? [{ address: account, capabilities: {} }] : [account];
      return { accounts: accounts as never, chainId: LOCAL_CHAIN_ID };
    },
    async disconnect() {
      await config.storage?.setItem(leftKey, true);
    },
    async getAccounts() {
      return [account];
    },
    async getChainId() {
      return LOCAL_CHAIN_ID;
    },
    async getProvider() {
      return provider as unknown as EIP1193Provider;
    },
    async isAuthorized() {
      if (await config.storage?.getItem(leftKey)) return false;
      // A chain that can't be asked signs for nobody now; a reload restores the account once it can be.
      const asked = rpc.request({ method: "eth_accounts" }) as Promise<readonly string[]>;
      const unlocked = await asked.catch((): readonly string[] => []);
      return unlocked.some((candidate) => toAddress(candidate) === address.toLowerCase());
    },
    onAccountsChanged() {},
    onChainChanged(chainId) {
      config.emitter.emit("change", { chainId: Number(chainId) });
    },
    onDisconnect() {
      config.emitter.emit("disconnect");
    },
  }));
}
