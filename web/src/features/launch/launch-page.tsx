import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { buttonClass } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { PlainSkeleton } from "../../components/plain-skeleton.tsx";
import type { NamedToken, Names } from "../../data/names/names.ts";
import { useNames } from "../../data/names/use-names.ts";
import { protocolQueryOptions } from "../../data/protocol.ts";
import type { Address } from "../../lib/address.ts";
import { PageProblem } from "../token/page-problem.tsx";
import { useHeld } from "../token/use-held.ts";
import { isBusy } from "../transact/transact-state.ts";
import { useTransact } from "../transact/use-transact.ts";
import { useWallet } from "../wallet/use-wallet.ts";
import { LaunchForm } from "./components/launch-form.tsx";

/** Where a person launches a token in themselves. */
export function LaunchPage(): ReactNode {
  usePageTitle("Launch yours");
  const { address: account } = useWallet();
  const protocol = useQuery(protocolQueryOptions);
  const names = useNames(account);
  if (protocol.isError) return <PageProblem error={protocol.error} onRetry={() => void protocol.refetch()} />;
  if (protocol.data === undefined || (account !== undefined && names === undefined)) {
    return <PlainSkeleton label="Reading what is there already" />;
  }
  return <Launch registry={protocol.data.registry} names={names} account={account} />;
}

interface LaunchProps {
  readonly registry: Address;
  /** What is known of the account. */
  readonly names: Names | undefined;
  readonly account: Address | undefined;
}

function Launch({ registry, names, account }: LaunchProps): ReactNode {
  const transact = useTransact("launch");
  const { state } = transact;
  // What this page is just launching does not count until its own page is shown.
  const known = useHeld(names, isBusy(state) || state.name === "indexed");
  const own = known?.tokens.get((account && known.accounts.get(account)?.personalToken) ?? "0x");
  return (
    <div className="page py-8 sm:py-10">
      <h1 className="text-title">Launch yours</h1>
      <p className="mt-4 max-w-[58ch] text-lead text-ink-2">
        You divide yourself into shares. All of them are yours at first. Whoever owns a part of you, by your gift or
        because you staked it in a network, has that part of every gain you choose to share.
      </p>
      {own ? <Launched token={own} /> : <LaunchForm registry={registry} transact={transact} />}
    </div>
  );
}

function Launched({ token }: { readonly token: NamedToken }): ReactNode {
  return (
    <div className="mt-8 max-w-[62ch]">
      <Notice
        title="You have a token already"
        action={
          <Link to="/person/$address" params={{ address: token.address }} className={buttonClass("secondary")}>
            Open {token.name}
          </Link>
        }
      >
        One person launches one token, for ever. This account’s is {token.name} ({token.symbol}).
      </Notice>
    </div>
  );
}
