import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { Card } from "../../../components/card.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { NetworkRecord } from "../../../data/network.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { useHeld } from "../../token/use-held.ts";
import { explainError } from "../../transact/explain-error.ts";
import { TransactButton } from "../../transact/transact-button.tsx";
import { isBusy } from "../../transact/transact-state.ts";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import type { FoundingView } from "../model/founding-view.ts";
import { invitationOf } from "../model/invitation.ts";
import { termsFor } from "../model/terms-view.ts";
import { InvitationNote } from "./invitation-note.tsx";
import { StakeForm } from "./stake-form.tsx";
import { TermsChoice } from "./terms-choice.tsx";
import { TermsClosed } from "./terms-closed.tsx";

interface StakeCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: UseQueryResult<NetworkRecord | null>;
  readonly founding: FoundingView | undefined;
  /** Number of the terms that the page's link invites to; undefined without an invitation. */
  readonly invited: number | undefined;
  /** Unix time. */
  readonly now: number;
}

/** Where the connected account stakes, under the terms that are for it. */
export function StakeCard(props: StakeCardProps): ReactNode {
  return (
    <Card
      id="stake"
      title={`Stake into ${props.token.name}`}
      lead="You hand over a part of yourself and receive a part of everyone."
      acts
    >
      <StakeContent {...props} />
    </Card>
  );
}

function StakeContent(props: StakeCardProps): ReactNode {
  const { address: account } = useWallet();
  const transact = useTransact(`stake:${props.token.address}`);
  const { snapshot, token, record, founding, invited, now } = useHeld(props, isBusy(transact.state));
  const [chosen, setChosen] = useState(invited);
  const views = useMemo(
    () => (account && record.data ? termsFor(snapshot, record.data.terms, account, now) : []),
    [snapshot, record.data, account, now],
  );
  if (record.isError) return <Notice tone="bad" title={explainError(record.error).title} />;
  if (record.data === undefined || founding === undefined) return <Skeleton className="h-40" />;
  const invitation = invitationOf(record.data?.terms ?? [], invited, account);
  const note = invitation && (
    <InvitationNote snapshot={snapshot} network={token} invitation={invitation} account={account} now={now} />
  );
  if (account === undefined) {
    return (
      <div className="grid gap-3">
        {note}
        <p className="text-table text-ink-2">
          {invitation?.state === "no-account"
            ? "Connect that account to stake."
            : "Connect a wallet to see the terms that are for you."}
        </p>
        <TransactButton transact={transact} plan={undefined} className="w-full">
          Stake
        </TransactButton>
      </div>
    );
  }
  if (invitation?.state === "wrong-account") return <div className="grid gap-3">{note}</div>;
  const view = views.find(({ terms }) => terms.number === chosen) ?? views[0];
  if (view === undefined) {
    return (
      <div className="grid gap-3">
        {note}
        <Notice title="No terms are for this account">
          {founding.state === "under-way"
            ? "Only its founders can stake, each under the terms that were made for them when the network was formed."
            : "Who else joins is for the members to decide by vote: they offer terms to an account."}
        </Notice>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      {note}
      {views.length > 1 && <TermsChoice snapshot={snapshot} views={views} chosen={view} onChoose={setChosen} />}
      {view.state === "usable" ? (
        <StakeForm
          key={`${account}${view.terms.number}`}
          snapshot={snapshot}
          token={token}
          view={view}
          founding={founding}
          account={account}
          transact={transact}
        />
      ) : (
        <>
          <TermsClosed view={view} />
          <TransactStatus state={transact.state} />
        </>
      )}
    </div>
  );
}
