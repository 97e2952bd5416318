import { connectorsForWallets } from "@rainbow-me/rainbowkit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createConfig, createConnector, createStorage, http } from "wagmi";
import { getAccount, reconnect } from "wagmi/actions";
import { chain } from "../../chain/chain.ts";

const ACCOUNT = "0x00000000000000000000000000000000000000AA" as const;
const loaded = vi.fn();

/** Stands for the library that speaks with the relay: the way to it is what is tested. */
vi.mock("./wallet-connect.ts", async (original) => {
  loaded();
  return {
    ...(await original<typeof import("./wallet-connect.ts")>()),
    walletConnectConnector: () => connectorOf("walletConnect"),
  };
});

/** A wallet that is still connected, after a moment. */
const connectorOf = (id: string) =>
  createConnector(() => ({
    id,
    name: id,
    type: id,
    connect: async () => ({ accounts: [ACCOUNT] as never, chainId: chain.id }),
    disconnect: async () => {},
    getAccounts: async () => [ACCOUNT],
    getChainId: async () => chain.id,
    getProvider: async () => ({ id }),
    isAuthorized: () => new Promise((resolve) => setTimeout(() => resolve(true), 300)),
    onAccountsChanged: () => {},
    onChainChanged: () => {},
    onDisconnect: () => {},
  }));

/** A page that is loaded again after the wallet of this id was used. */
function pageAfter(connectorId: string) {
  const items = new Map([["weft.recentConnectorId", JSON.stringify(connectorId)]]);
  const storage = createStorage({
    key: "weft",
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    },
  });
  return createConfig({
    chains: [chain],
    connectors: [connectorOf("other")],
    transports: { [chain.id]: http() },
    storage,
  });
}

async function restore(config: ReturnType<typeof pageAfter>): Promise<void> {
  const { restoreWalletConnect } = await import("./restore-wallet-connect.ts");
  await restoreWalletConnect(config);
}

beforeEach(() => {
  vi.resetModules();
  loaded.mockClear();
  vi.stubEnv("VITE_WALLETCONNECT_PROJECT_ID", "0123456789abcdef0123456789abcdef");
});
afterEach(() => vi.unstubAllEnvs());

describe("WalletConnect", () => {
  it("is one choice of the dialog, without a dialog of its own", async () => {
    const { walletConnectChoice } = await import("./wallet-connect.ts");
    expect(walletConnectChoice()).toMatchObject({ name: "WalletConnect", qrCode: {}, mobile: {} });
    const groups = [{ groupName: "On another device", wallets: [walletConnectChoice] }];
    expect(connectorsForWallets(groups, { appName: "Weft", projectId: "none" })).toHaveLength(1);
  });

  it("connects again after a reload where it was used last", async () => {
    const config = pageAfter("walletConnect");
    // As the page does when it is drawn.
    const drawn = reconnect(config);
    await restore(config);
    await drawn;
    expect(config.state.status).toBe("connected");
    expect(getAccount(config).connector?.id).toBe("walletConnect");
    expect(config.connectors.map(({ id }) => id)).toEqual(["other", "walletConnect"]);
  });

  it("is not loaded where another wallet was used last", async () => {
    const config = pageAfter("injected");
    await restore(config);
    expect(loaded).not.toHaveBeenCalled();
    expect(config.connectors).toHaveLength(1);
  });

  it("is not loaded in a build without a project id", async () => {
    vi.stubEnv("VITE_WALLETCONNECT_PROJECT_ID", "");
    const config = pageAfter("walletConnect");
    await restore(config);
    expect(loaded).not.toHaveBeenCalled();
    expect((await import("./load-wallet-connect.ts")).loadWalletConnect).toBeUndefined();
  });
});
