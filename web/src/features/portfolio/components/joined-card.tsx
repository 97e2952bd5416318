import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import { buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatShare } from "../../../lib/format.ts";
import { type NetworkJoined, networksOf } from "../model/owned-view.ts";

interface JoinedCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly account: Address;
  readonly own: boolean;
}

/** Networks that an account is in: what it has of each and what each has of it. */
export function JoinedCard({ snapshot, account, own }: JoinedCardProps): ReactNode {
  const networks = useMemo(() => networksOf(snapshot, account), [snapshot, account]);
  return (
    <Card title="Networks">
      {networks.length === 0 ? (
        <>
          <p className="text-table text-ink-2">
            {own ? "You are in none yet." : "In none yet."} Members hand in a part of themselves and own a part of all
            the others.
          </p>
          <Link to="/" className={buttonClass("secondary", "mt-4")}>
            Explore networks
          </Link>
        </>
      ) : (
        <ul className="divide-y divide-line">
          {networks.map((joined) => (
            <JoinedLine key={joined.network.address} joined={joined} own={own} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function JoinedLine({ joined, own }: { readonly joined: NetworkJoined; readonly own: boolean }): ReactNode {
  const { network, inWallet, inTreasury, holdsOfYou } = joined;
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <Identity address={network.address} />
      <dl className="mt-2 grid gap-1 text-note">
        {inWallet > 0n && (
          <Line label="In the wallet">
            <Amount wei={inWallet} unit={network.symbol} />
          </Line>
        )}
        {inTreasury > 0n && (
          <Line label={own ? "In your token’s treasury" : "In its token’s treasury"}>
            <Amount wei={inTreasury} unit={network.symbol} />
          </Line>
        )}
        {holdsOfYou !== undefined && holdsOfYou > 0 && (
          <Line label={own ? "It holds of you" : "It holds of them"}>{formatShare(holdsOfYou)}</Line>
        )}
      </dl>
    </li>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}
