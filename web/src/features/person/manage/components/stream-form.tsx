import { type ReactNode, useState } from "react";
import { Amount } from "../../../../components/amount.tsx";
import { AmountField } from "../../../../components/amount-field.tsx";
import { Notice } from "../../../../components/notice.tsx";
import { Term } from "../../../../components/term.tsx";
import { formatDate, formatDuration } from "../../../../lib/format.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { TransactStatus } from "../../../transact/transact-status.tsx";
import { useTransact } from "../../../transact/use-transact.ts";
import { leastDuration } from "../../model/least-duration.ts";
import { streamLeftAt } from "../../model/stream-left.ts";
import type { OwnFormProps } from "../model/own-form.ts";
import { readShorterStream, shortenPlan } from "../model/shorten-stream.ts";

/** What still streams, and how soon it shall be paid out instead. */
export function StreamForm({ snapshot, token, record, now }: OwnFormProps): ReactNode {
  const [text, setText] = useState("");
  const transact = useTransact(`shorten:${token.address}`);
  const { currencySymbol, decimals } = snapshot.protocol;
  const left = streamLeftAt(record.stream, now);
  if (left === 0n) {
    return (
      <div className="grid gap-3">
        <TransactStatus state={transact.state} />
        <Notice title="Nothing is on its way">All that you paid in has reached your holders.</Notice>
      </div>
    );
  }
  const read = readShorterStream(text, token, record.stream, now);
  const least = leastDuration(token);
  const end = read.ok ? formatDate(BigInt(now) + read.seconds, { time: true }) : "–";
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event) => event.preventDefault()}>
      <dl className="grid gap-1.5 text-table">
        <Term label="Still on its way">
          <Amount wei={left} unit={currencySymbol} decimals={decimals} money />
        </Term>
        <Term label="All of it paid out by">{formatDate(record.stream.streamEnd, { time: true })}</Term>
        <Term label="After this by">{end}</Term>
      </dl>
      <AmountField
        label="Pay out the rest within"
        unit="days"
        decimals={0}
        text={text}
        onTextChange={(next) => {
          setText(next);
          if (transact.state.name === "indexed") transact.reset();
        }}
        hint={
          least === 0n ? "0 is at once." : `Pools hold shares of yours, so it takes ${formatDuration(least)} at least.`
        }
        error={read.ok ? undefined : read.reason}
      />
      <TransactPanel
        transact={transact}
        plan={read.ok ? shortenPlan(token, read.seconds) : undefined}
        obstacle={text === "" ? "Enter a number of days." : "Correct the time first."}
      >
        {read.ok && read.seconds === 0n ? "Pay out all of it now" : "Pay it out sooner"}
      </TransactPanel>
    </form>
  );
}
