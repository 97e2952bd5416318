import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Notice } from "../../../components/notice.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { shortAddress } from "../../../lib/address.ts";
import { displayName } from "../../../lib/names.ts";
import { type Invitation, invitationWords, untilWords } from "../model/invitation.ts";

/** What somebody who follows an invitation is asked for, or why they can't follow it. */
export function InvitationNote(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly invitation: Invitation;
  /** In lower case; undefined without a wallet. */
  readonly account: string | undefined;
  /** Unix time. */
  readonly now: number;
}): ReactNode {
  const { snapshot, network, invitation, account, now } = props;
  if (invitation.state === "unknown") {
    return (
      <Notice title="This invitation leads nowhere">
        {network.name} has no terms No. {invitation.number}. Ask whoever sent you the link for a new one.
      </Notice>
    );
  }
  const { terms } = invitation;
  return (
    <>
      <p className="text-table">
        <span className="font-semibold">{invitationWords(snapshot, network, terms)}</span>{" "}
        <span className="text-ink-2">{untilWords(terms, now)}</span>
      </p>
      {invitation.state === "wrong-account" && terms.account !== null && account !== undefined && (
        <Notice
          title="This invitation is for another account"
          action={
            <Link
              to="/network/$address"
              params={{ address: network.address }}
              search={{}}
              className="font-semibold underline underline-offset-3"
            >
              See what is for you here
            </Link>
          }
        >
          It is for {displayName(snapshot, terms.account)},{" "}
          <span className="font-mono">{shortAddress(terms.account)}</span>. Connected is{" "}
          {displayName(snapshot, account)}, <span className="font-mono">{shortAddress(account)}</span>. Change the
          account in your wallet, or disconnect and connect the other one.
        </Notice>
      )}
    </>
  );
}
