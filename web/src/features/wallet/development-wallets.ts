import type { Wallet } from "@rainbow-me/rainbowkit";
import { createConnector } from "wagmi";
import { developmentConnector, developmentConnectorId } from "../../chain/development-connector.ts";
import type { Names } from "../../data/names/names.ts";
import { type Address, shortAddress } from "../../lib/address.ts";
import { developmentIcon } from "./development-icon.ts";

/** An unlocked account of the local chain, and what people call it. */
export interface DevelopmentAccount {
  readonly address: Address;
  /** `Ada Okafor` when the account controls a personal token, else the address cut short. */
  readonly name: string;
  /** The personal token that the account controls. */
  readonly token: Address | undefined;
}

/** More would make a list that nobody reads. */
const MOST_ACCOUNTS = 30;

/** Names the chain's unlocked accounts from the index: those who launched a token first, and at most thirty in all. */
export function nameAccounts(addresses: readonly Address[], names: Names | undefined): readonly DevelopmentAccount[] {
  const named = addresses.map((address): DevelopmentAccount => {
    const token = names?.accounts.get(address)?.personalToken;
    const name = token && names?.tokens.get(token)?.name;
    return { address, name: name ?? shortAddress(address), token };
  });
  const known = named.filter(({ token }) => token);
  const unknown = named.filter(({ token }) => !token);
  return [...known, ...unknown].slice(0, MOST_ACCOUNTS);
}

/** A development account as a wallet of the dialog. */
export function developmentWallet(account: DevelopmentAccount, rpcUrl: string): Wallet {
  return {
    id: developmentConnectorId(account.address),
    name: account.name,
    iconUrl: developmentIcon(account),
    iconBackground: "transparent",
    installed: true,
    createConnector: (details) => {
      const make = developmentConnector({ address: account.address, rpcUrl, name: account.name });
      return createConnector((config) => ({ ...make(config), ...details }));
    },
  };
}
