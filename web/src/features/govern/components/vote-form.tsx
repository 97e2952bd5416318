import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useConfig } from "wagmi";
import { Amount } from "../../../components/amount.tsx";
import { Choice } from "../../../components/choice.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { weightQueryOptions } from "../../../data/governance/governance.ts";
import type { CastVote, NetworkGovernance, Proposal } from "../../../data/governance/proposal.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { byteLength } from "../../../lib/byte-length.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { votePlan } from "../model/vote-plans.ts";

/** A reason is an event's text: so long that nobody pays for a book by mistake. */
const MOST_REASON_BYTES = 1_024;

const CHOICES = [
  { value: "for", title: "For", meaning: "It should be done." },
  { value: "against", title: "Against", meaning: "It should not be done." },
  {
    value: "abstain",
    title: "Neither",
    meaning: "You take part, so that the vote counts, and leave it to the others.",
  },
] as const;

/** Where an account votes on a proposal whose vote is open. */
export function VoteForm(props: {
  readonly network: TokenInfo;
  readonly governance: NetworkGovernance;
  readonly proposal: Proposal;
  readonly account: Address;
}): ReactNode {
  const { network, governance, proposal, account } = props;
  const config = useConfig();
  const [support, setSupport] = useState<CastVote["support"]>("for");
  const [reason, setReason] = useState("");
  const transact = useTransact(`vote:${proposal.id}`);
  const weight = useQuery(weightQueryOptions(config, governance.governor, account, proposal)).data;
  const tooLong = byteLength(reason) > MOST_REASON_BYTES;
  const plan = weight && !tooLong ? votePlan(governance.governor, proposal, support, reason.trim()) : undefined;
  if (weight === 0n) {
    return (
      <p className="text-note text-ink-2">
        You have no votes here: what counts are the shares that you held, or that others let you vote with, when this
        vote began.
      </p>
    );
  }
  return (
    <form className="grid gap-4" onSubmit={(event) => event.preventDefault()}>
      <Choice legend="Your vote" value={support} onChange={setSupport} items={CHOICES} />
      <TextField
        label="Why"
        hint="Optional. Everybody can read it."
        error={tooLong ? `At most ${MOST_REASON_BYTES} bytes. Shorten it.` : undefined}
        text={reason}
        onTextChange={setReason}
        lines={2}
      />
      {weight !== undefined && (
        <p className="text-note text-ink-2">
          You vote with <Amount wei={weight} unit={network.symbol} />.
        </p>
      )}
      <TransactPanel
        transact={transact}
        plan={plan}
        obstacle={tooLong ? "Shorten the reason first." : "Reading with how many votes you count."}
      >
        {support === "abstain" ? "Vote neither way" : `Vote ${support}`}
      </TransactPanel>
    </form>
  );
}
