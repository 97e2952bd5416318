import { type ReactNode, useState } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Evidence } from "../../../components/evidence.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { Application, NetworkGovernance } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { SponsorForm } from "./sponsor-form.tsx";

const ONE = 10n ** 18n;

/** An application that waits for somebody who stands for it. */
export function ApplicationItem(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly governance: NetworkGovernance;
  readonly application: Application;
}): ReactNode {
  const { snapshot, network, governance, application } = props;
  const { member, account, amount, rate, uri, createdAt } = application;
  const [open, setOpen] = useState(false);
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
          <Button onClick={() => setOpen(true)}>Stand for {who}</Button>
        </div>
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Stand for ${who}`}
        description="You put terms to the vote. If members agree, your name stays beside this member: everybody sees how it turned out."
      >
        <SponsorForm snapshot={snapshot} network={network} governance={governance} application={application} />
      </Dialog>
    </li>
  );
}
