import { type ReactNode, useState } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Explain } from "../../../components/explain.tsx";
import { Identity } from "../../../components/identity.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { VoterRecord } from "../../../data/governance/governance.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { type Address, toAddress } from "../../../lib/address.ts";
import { displayName } from "../../../lib/names.ts";
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
  const to = text.trim() === "" && voter.delegate !== account ? account : toAddress(text.trim());
  const wrong = text.trim() !== "" && to === undefined;
  const name = to === undefined ? "" : to === account ? "yourself" : displayName(snapshot, to);
  return (
    <form className="grid gap-4" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label="Who votes with your shares"
        hint={
          voter.delegate === account
            ? "Paste an address."
            : "Paste an address, or leave it empty to vote yourself again."
        }
        error={wrong ? "An address has 0x and 40 digits." : undefined}
        placeholder="0x…"
        code
        text={text}
        onTextChange={setText}
      />
      {to !== undefined && to !== account && <Identity address={to} />}
      <TransactPanel
        transact={transact}
        plan={to === undefined ? undefined : delegatePlan(network, to, name)}
        obstacle={wrong ? "Correct the address first." : "Enter who votes for you."}
        variant="secondary"
      >
        {to === account ? "Vote yourself" : "Let them vote"}
      </TransactPanel>
    </form>
  );
}
