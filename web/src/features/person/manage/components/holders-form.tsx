import { type ReactNode, useState } from "react";
import { Button } from "../../../../components/button.tsx";
import { Identity } from "../../../../components/identity.tsx";
import { Notice } from "../../../../components/notice.tsx";
import type { NamedToken } from "../../../../data/names/names.ts";
import type { TokenInfo } from "../../../../data/ownership.ts";
import { displayName } from "../../../../lib/names.ts";
import { AccountField } from "../../../token/account/account-field.tsx";
import { AccountNote } from "../../../token/account/account-note.tsx";
import { readAccount } from "../../../token/account/read-account.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { useTransact } from "../../../transact/use-transact.ts";
import { approvePlan, openPlan } from "../model/holder-plans.ts";
import type { OwnFormProps } from "../model/own-form.ts";

/** A person holds by the wallet, a network by itself. */
const holderOf = (token: NamedToken) => token.person ?? token.address;

/** Who may hold a closed token, one by one; and the way to open it to all. */
export function HoldersForm({ snapshot, token, record }: OwnFormProps): ReactNode {
  const [text, setText] = useState("");
  const transact = useTransact(`approve-holder:${token.address}`);
  const holder = readAccount(text);
  const isPerson = holder.ok && holder.address === token.person;
  const approved = holder.ok && record.approved.includes(holder.address);
  const edit = (next: string): void => {
    setText(next);
    if (transact.state.name === "indexed") transact.reset();
  };
  if (record.transfersOpen) {
    return <Notice title={`${token.symbol} is open`}>Anybody may hold it. That is final.</Notice>;
  }
  const who = holder.ok ? displayName(snapshot, holder.address) : "";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <form className="grid grid-cols-[minmax(0,1fr)] gap-3" onSubmit={(event) => event.preventDefault()}>
        <AccountField
          label="Account or network"
          hint="A network has to be approved before your shares can be staked there."
          text={text}
          onTextChange={edit}
          offer={holderOf}
          error={holder.ok ? undefined : holder.reason}
        />
        {holder.ok && <AccountNote snapshot={snapshot} address={holder.address} />}
        <TransactPanel
          transact={transact}
          plan={holder.ok && !isPerson ? approvePlan(token, holder.address, who, !approved) : undefined}
          obstacle={isPerson ? "That is you: you may always hold your shares." : "Enter whom you approve."}
        >
          {approved ? `Take back ${who}’s approval` : who === "" ? "Approve" : `Approve ${who}`}
        </TransactPanel>
      </form>
      <section aria-label="Approved now">
        <h3 className="text-table font-semibold">Approved now</h3>
        {record.approved.length === 0 && (
          <p className="mt-1.5 text-note text-ink-3">Nobody. Only you can receive your shares.</p>
        )}
        <ul className="mt-1 divide-y divide-line">
          {record.approved.map((address) => (
            <li key={address} className="flex items-center justify-between gap-3 py-2">
              <Identity address={address} size={28} />
              <Button
                variant="quiet"
                aria-label={`Take back the approval of ${displayName(snapshot, address)}`}
                onClick={() => edit(address)}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <OpenForAll token={token} />
    </div>
  );
}

function OpenForAll({ token }: { readonly token: TokenInfo }): ReactNode {
  const [sure, setSure] = useState(false);
  const transact = useTransact(`open:${token.address}`);
  return (
    <section aria-label="Open to everybody" className="grid gap-3 border-t border-line pt-4">
      <h3 className="text-table font-semibold">Or open it to everybody</h3>
      <p className="text-note text-ink-2">
        Then anybody may hold your shares and pass them on, and the list above has no effect any more.
      </p>
      {sure ? (
        <>
          <Notice title="This is final">An open token can never be closed again, by nobody.</Notice>
          <TransactPanel transact={transact} plan={openPlan(token)}>
            Open {token.symbol} for ever
          </TransactPanel>
          <Button variant="quiet" onClick={() => setSure(false)}>
            Keep it closed
          </Button>
        </>
      ) : (
        <Button onClick={() => setSure(true)}>Open to everybody …</Button>
      )}
    </section>
  );
}
