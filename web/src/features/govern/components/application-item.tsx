import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Evidence } from "../../../components/evidence.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { Application } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { useWallet } from "../../wallet/use-wallet.ts";

const ONE = 10n ** 18n;

/** An application that waits for somebody who stands for it. */
export function ApplicationItem(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly application: Application;
  /** The reader would stand for it. */
  readonly onSponsor: () => void;
}): ReactNode {
  const { snapshot, network, application, onSponsor } = props;
  const { member, account, amount, rate, uri, createdAt } = application;
  const { address: connected } = useWallet();
  const who = displayName(snapshot, account);
  return (
    <li className="grid gap-3 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Identity address={account} note={`applied ${formatDate(createdAt)}`} />
        <p className="text-note text-ink-3">waits for a sponsor</p>
      </div>
      <p className="text-table text-ink-2">
        Would stake <Amount wei={amount} unit={snapshot.tokens.get(member)?.symbol} /> for{" "}
        <Amount wei={(amount * rate) / ONE} unit={network.symbol} />.
      </p>
      <p className="text-note">
        <Evidence evidence={uri} />
      </p>
      {connected !== account && (
        <div>
          <Button onClick={onSponsor}>Stand for {who}</Button>
        </div>
      )}
    </li>
  );
}
