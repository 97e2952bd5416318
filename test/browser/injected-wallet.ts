import type { Page } from "@playwright/test";

/** How the wallet in the page behaves. */
export interface InjectedWalletOptions {
  /** RPC that it forwards to; the account must be unlocked there. */
  readonly rpcUrl: string;
  readonly account: `0x${string}`;
  /** Chain that it starts on; `wallet_switchEthereumChain` moves it. */
  readonly chainId: number;
  /** Declines every transaction and signature, as a person may. */
  readonly declines?: boolean;
  /** Chains that it can't go to until they are added (`wallet_addEthereumChain`). */
  readonly unknownChains?: readonly number[];
  /** Takes bundles of calls of which all or none happen (EIP-5792); it sends them one after another. */
  readonly bundles?: boolean;
  /** Knows no `eth_signTypedData_v4`. */
  readonly signsNoTypedData?: boolean;
}

/** Methods that the wallet was asked, in order; those of the chain left out. */
export async function askedOfWallet(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => (window as unknown as { testWalletAsked: string[] }).testWalletAsked);
}

/** Announces a wallet by EIP-6963 before the page loads: it asks nobody, and forwards to the local chain's unlocked accounts. */
export async function injectWallet(page: Page, options: InjectedWalletOptions): Promise<void> {
  await page.addInitScript((wallet) => {
    let { chainId, account } = wallet;
    const unknown = new Set(wallet.unknownChains);
    const asked: string[] = [];
    Object.assign(window, { testWalletAsked: asked });
    // A wallet shows its accounts only to a page that asked for them, and remembers it.
    const CONNECTED = "test-wallet:connected";
    let connected = sessionStorage.getItem(CONNECTED) !== null;
    const bundles = new Map<string, string[]>();
    const listeners = new Map<string, Set<(value: unknown) => void>>();
    const emit = (event: string, value: unknown) => {
      for (const listener of listeners.get(event) ?? []) listener(value);
    };
    const rpcError = (code: number, message: string) => Object.assign(new Error(message), { code });
    const forward = async (method: string, params: unknown) => {
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
      const answer = await fetch(wallet.rpcUrl, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const { result, error } = await answer.json();
      if (error) throw Object.assign(new Error(error.message), error);
      return result;
    };
    const hex = (id: number) => `0x${id.toString(16)}`;
    const moveTo = (id: number) => {
      if (unknown.has(id)) throw rpcError(4902, "Unrecognized chain ID.");
      chainId = id;
      emit("chainChanged", hex(chainId));
      return null;
    };
    const connect = () => {
      connected = true;
      sessionStorage.setItem(CONNECTED, "yes");
      return [account];
    };
    const ask = (method: string, params: unknown) => {
      if (wallet.declines) throw rpcError(4001, "User rejected the request.");
      if (wallet.signsNoTypedData && method.startsWith("eth_signTypedData")) {
        throw rpcError(4200, "The method is not supported.");
      }
      return forward(method, params);
    };
    const sendCalls = async (params: unknown) => {
      if (!wallet.bundles) throw rpcError(4200, "The method is not supported.");
      if (wallet.declines) throw rpcError(4001, "User rejected the request.");
      const [{ calls, from }] = params as [{ calls: { to: string; data: string; value?: string }[]; from: string }];
      const hashes: string[] = [];
      for (const { to, data, value } of calls) {
        const call = { from, to, data, ...(value ? { value } : {}), gas: "0x1e8480" };
        hashes.push((await forward("eth_sendTransaction", [call])) as string);
      }
      const id = `0x${"5c".repeat(31)}${bundles.size.toString(16).padStart(2, "0")}`;
      bundles.set(id, hashes);
      return { id };
    };
    const callsStatus = async (params: unknown) => {
      const [id] = params as [string];
      const receipts = await Promise.all(
        (bundles.get(id) ?? []).map((hash) => forward("eth_getTransactionReceipt", [hash])),
      );
      const status = receipts.some((receipt) => receipt === null) ? 100 : 200;
      return {
        version: "2.0.0",
        id,
        chainId: hex(chainId),
        atomic: true,
        status,
        receipts: status === 200 ? receipts : [],
      };
    };
    const capabilities = () => {
      if (!wallet.bundles) throw rpcError(4200, "The method is not supported.");
      return { [hex(chainId)]: { atomic: { status: "supported" } } };
    };
    const own: Readonly<Record<string, (params: unknown, method: string) => unknown>> = {
      eth_chainId: () => hex(chainId),
      eth_accounts: () => (connected ? [account] : []),
      eth_requestAccounts: connect,
      wallet_requestPermissions: () => connect() && [{ parentCapability: "eth_accounts" }],
      wallet_switchEthereumChain: (params) => moveTo(Number((params as { chainId: string }[])[0]?.chainId)),
      wallet_addEthereumChain: (params) => {
        const id = Number((params as { chainId: string }[])[0]?.chainId);
        unknown.delete(id);
        return moveTo(id);
      },
      wallet_getCapabilities: capabilities,
      wallet_sendCalls: sendCalls,
      wallet_getCallsStatus: callsStatus,
      eth_sendTransaction: (params, method) => ask(method, params),
      personal_sign: (params, method) => ask(method, params),
      eth_signTypedData_v4: (params, method) => ask(method, params),
    };
    const provider = {
      async request({ method, params }: { method: string; params?: unknown }) {
        const answer = own[method];
        if (answer === undefined) return forward(method, params);
        asked.push(method);
        return answer(params, method);
      },
      on(event: string, listener: (value: unknown) => void) {
        listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      },
      removeListener(event: string, listener: (value: unknown) => void) {
        listeners.get(event)?.delete(listener);
      },
    };
    const info = {
      uuid: "0d3b1d1c-0000-4000-8000-000000000001",
      name: "Test Wallet",
      icon: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E",
      rdns: "test.wallet",
    };
    const announce = () =>
      window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
    window.addEventListener("eip6963:requestProvider", announce);
    // What a person does in the wallet itself, without the page.
    window.addEventListener("test-wallet:move", (event) => moveTo((event as CustomEvent<number>).detail));
    window.addEventListener("test-wallet:account", (event) => {
      account = (event as CustomEvent<`0x${string}`>).detail;
      emit("accountsChanged", [account]);
    });
    announce();
  }, options);
}

/** Moves the wallet to another chain, as a person may at any time. */
export async function moveWallet(page: Page, chainId: number): Promise<void> {
  await page.evaluate((id) => window.dispatchEvent(new CustomEvent("test-wallet:move", { detail: id })), chainId);
}

/** Moves the wallet to another account, as a person may at any time. */
export async function changeAccount(page: Page, account: `0x${string}`): Promise<void> {
  await page.evaluate((to) => window.dispatchEvent(new CustomEvent("test-wallet:account", { detail: to })), account);
}
