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
}

/** Announces a wallet by EIP-6963 before the page loads: it asks nobody, and forwards to the local chain's unlocked accounts. */
export async function injectWallet(page: Page, options: InjectedWalletOptions): Promise<void> {
  await page.addInitScript((wallet) => {
    let chainId = wallet.chainId;
    // A wallet shows its accounts only to a page that asked for them.
    let connected = false;
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
      chainId = id;
      emit("chainChanged", hex(chainId));
      return null;
    };
    const connect = () => {
      connected = true;
      return [wallet.account];
    };
    const asked = (method: string, params: unknown) => {
      if (wallet.declines) throw rpcError(4001, "User rejected the request.");
      return forward(method, params);
    };
    const own: Readonly<Record<string, (params: unknown, method: string) => unknown>> = {
      eth_chainId: () => hex(chainId),
      eth_accounts: () => (connected ? [wallet.account] : []),
      eth_requestAccounts: connect,
      wallet_requestPermissions: () => connect() && [{ parentCapability: "eth_accounts" }],
      wallet_switchEthereumChain: (params) => moveTo(Number((params as { chainId: string }[])[0]?.chainId)),
      eth_sendTransaction: (params, method) => asked(method, params),
      personal_sign: (params, method) => asked(method, params),
      eth_signTypedData_v4: (params, method) => asked(method, params),
    };
    const provider = {
      async request({ method, params }: { method: string; params?: unknown }) {
        const answer = own[method];
        return answer === undefined ? forward(method, params) : answer(params, method);
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
    announce();
  }, options);
}

/** Moves the wallet to another chain, as a person may at any time. */
export async function moveWallet(page: Page, chainId: number): Promise<void> {
  await page.evaluate((id) => window.dispatchEvent(new CustomEvent("test-wallet:move", { detail: id })), chainId);
}
