import { type ReactNode, useState } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Explain } from "../../../components/explain.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { VoterRecord } from "../../../data/governance/governance.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { displayName } from "../../../lib/names.ts";
import { AccountField, walletOf } from "../../token/account/account-field.tsx";
import { AccountNote } from "../../token/account/account-note.tsx";
import { readAccount } from "../../token/account/read-account.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { delegatePlan } from "../model/vote-plans.ts";

interface DelegateFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly account: Address;
  readonly voter: VoterRecord;
}

/** How many votes the connected account has, and who casts them. */
export function DelegateForm(props: DelegateFormProps): ReactNode {
  const { network, account, voter } = props;
  const [open, setOpen] = useState(false);
  const itself = voter.delegate === undefined || voter.delegate === account;
  return (
    <div className="grid gap-3 border-t border-line px-4 py-4 text-table sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-2">
          <Explain term="Your votes">
            One for each share that you hold here, and those that others let you cast.
          </Explain>
          : <Amount wei={voter.votes} unit={network.symbol} className="font-semibold text-ink" />
        </p>
        <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {itself ? "Let somebody vote for you" : "Change who votes for you"}
        </Button>
      </div>
      {!itself && voter.delegate && (
        <div className="flex items-center gap-3 text-note text-ink-3">
          With your shares votes <Identity address={voter.delegate} size={24} />
        </div>
      )}
      {open && <Chooser {...props} />}
    </div>
  );
}

function Chooser({ snapshot, network, account, voter }: DelegateFormProps) {
  const [text, setText] = useState("");
  const transact = useTransact(`delegate:${network.address}`);
  const votesItself = voter.delegate === account;
  const read = text.trim() === "" && !votesItself ? { ok: true as const, address: account } : readAccount(text);
  const yourself = read.ok && read.address === account;
  const same = read.ok && read.address === voter.delegate;
  const name = read.ok ? (yourself ? "yourself" : displayName(snapshot, read.address)) : "";
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event) => event.preventDefault()}>
      <AccountField
        label="Who votes with your shares"
        hint={votesItself ? "A person’s name stands for the wallet." : "Leave it empty to vote yourself again."}
        text={text}
        onTextChange={setText}
        offer={walletOf}
        error={read.ok ? undefined : read.reason}
      />
      {read.ok && !yourself && <AccountNote snapshot={snapshot} address={read.address} />}
      <TransactPanel
        transact={transact}
        plan={read.ok && !same ? delegatePlan(network, read.address, name) : undefined}
        obstacle={
          same ? (yourself ? "You vote already. Enter who shall." : "They vote already.") : "Enter who votes for you."
        }
        variant="secondary"
      >
        {yourself ? "Vote yourself" : "Let them vote"}
      </TransactPanel>
    </form>
  );
}
