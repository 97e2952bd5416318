import { type ReactNode, useState } from "react";
import { Button } from "../../../../components/button.tsx";
import { Identity } from "../../../../components/identity.tsx";
import { AccountField } from "../../../token/account/account-field.tsx";
import { readAccount } from "../../../token/account/read-account.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { useTransact } from "../../../transact/use-transact.ts";
import type { OwnFormProps } from "../model/own-form.ts";
import { depositPlan } from "../model/treasury-plans.ts";

/** Which tokens anybody may send to the treasury. */
export function DepositsForm({ snapshot, token, record }: OwnFormProps): ReactNode {
  const [text, setText] = useState("");
  const transact = useTransact(`deposit:${token.address}`);
  const read = readAccount(text);
  const source = read.ok ? snapshot.tokens.get(read.address) : undefined;
  const own = source?.address === token.address;
  const allowed = source !== undefined && record.deposits.includes(source.address);
  const edit = (next: string): void => {
    setText(next);
    if (transact.state.name === "indexed") transact.reset();
  };
  const unknown = read.ok && source === undefined;
  const error = unknown
    ? "No person and no network has a token at this address."
    : own
      ? "A token never holds itself."
      : read.ok
        ? undefined
        : read.reason;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <form className="grid grid-cols-[minmax(0,1fr)] gap-3" onSubmit={(event) => event.preventDefault()}>
        <AccountField
          label="Person or network"
          hint="Whose shares anybody may send to your treasury. Staking for your treasury needs no permission."
          text={text}
          onTextChange={edit}
          offer={({ address }) => (address === token.address ? undefined : address)}
          error={error}
        />
        {source && <Identity address={source.address} />}
        <TransactPanel
          transact={transact}
          plan={source && !own ? depositPlan(token, source, !allowed) : undefined}
          obstacle={error === undefined ? "Enter whose shares may come in." : "Choose another token."}
        >
          {source && !own ? `${allowed ? "Refuse" : "Allow"} ${source.symbol}` : "Allow"}
        </TransactPanel>
      </form>
      <section aria-label="Allowed now">
        <h3 className="text-table font-semibold">Allowed now</h3>
        {record.deposits.length === 0 && (
          <p className="mt-1.5 text-note text-ink-3">None. Nobody can send shares to your treasury.</p>
        )}
        <ul className="mt-1 divide-y divide-line">
          {record.deposits.map((address) => (
            <li key={address} className="flex items-center justify-between gap-3 py-2">
              <Identity address={address} />
              <Button
                variant="quiet"
                aria-label={`Refuse ${snapshot.tokens.get(address)?.symbol ?? address}`}
                onClick={() => edit(address)}
              >
                Refuse
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
