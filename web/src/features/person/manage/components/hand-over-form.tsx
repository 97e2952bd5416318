import { type ReactNode, useState } from "react";
import { Identity } from "../../../../components/identity.tsx";
import { Notice } from "../../../../components/notice.tsx";
import { displayName } from "../../../../lib/names.ts";
import { AccountField } from "../../../token/account/account-field.tsx";
import { AccountNote } from "../../../token/account/account-note.tsx";
import { readAccount } from "../../../token/account/read-account.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { useTransact } from "../../../transact/use-transact.ts";
import { offerPlan, withdrawOfferPlan } from "../model/control-plans.ts";
import type { OwnFormProps } from "../model/own-form.ts";
import { refuseHeir } from "../model/refuse-heir.ts";
import { WhatMoves } from "./what-moves.tsx";

/** Offers the token to another wallet of the person's, or takes the offer back. */
export function HandOverForm({ snapshot, token, record }: OwnFormProps): ReactNode {
  const [text, setText] = useState("");
  const offer = useTransact(`offer:${token.address}`);
  const withdraw = useTransact(`withdraw-offer:${token.address}`);
  const read = readAccount(text);
  const refusal = read.ok ? refuseHeir(snapshot, read.address, token.person) : undefined;
  const { pendingPerson } = record;
  const who = read.ok ? displayName(snapshot, read.address) : "";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {pendingPerson && (
        <section aria-label="Offered now" className="grid gap-3">
          <Notice title="Your token is offered">
            <div className="grid gap-2">
              <Identity address={pendingPerson} size={24} />
              <span>can take it over on this page. Until then it stays yours.</span>
            </div>
          </Notice>
          <TransactPanel transact={withdraw} plan={withdrawOfferPlan(token)} variant="secondary">
            Take the offer back
          </TransactPanel>
        </section>
      )}
      <WhatMoves yours />
      <form className="grid grid-cols-[minmax(0,1fr)] gap-3" onSubmit={(event) => event.preventDefault()}>
        <AccountField
          label={pendingPerson ? "Offer it to another wallet instead" : "The wallet that takes over"}
          hint="One that has no personal token, now or ever before."
          text={text}
          onTextChange={(next) => {
            setText(next);
            if (offer.state.name === "indexed") offer.reset();
          }}
          offer={() => undefined}
          error={refusal ?? (read.ok ? undefined : read.reason)}
        />
        {read.ok && refusal === undefined && <AccountNote snapshot={snapshot} address={read.address} />}
        <TransactPanel
          transact={offer}
          plan={read.ok && refusal === undefined ? offerPlan(token, read.address, who) : undefined}
          obstacle={text === "" ? "Enter the wallet that takes over." : "Enter another wallet."}
        >
          {who === "" ? "Offer it" : `Offer it to ${who}`}
        </TransactPanel>
      </form>
    </div>
  );
}
