import { type ReactNode, useState } from "react";
import { Evidence } from "../../../components/evidence.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { RealizedGain } from "../../../data/person.ts";
import { byteLength } from "../../../lib/byte-length.ts";
import { formatDate } from "../../../lib/format.ts";
import { safeLink } from "../../../lib/safe-link.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { disputePlan } from "./dispute-plan.ts";

/** The contract's bound, in bytes. */
const MOST_TEXT_BYTES = 1_024;

/** Where a holder says what speaks against a gain. */
export function DisputeForm(props: { readonly token: TokenInfo; readonly gain: RealizedGain }): ReactNode {
  const { token, gain } = props;
  const [text, setText] = useState("");
  const transact = useTransact(`dispute:${gain.id}`);
  const uri = text.trim();
  const tooLong = byteLength(uri) > MOST_TEXT_BYTES;
  const done = transact.state.name === "indexed";
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event) => event.preventDefault()}>
      <div className="rounded-control bg-inset px-3 py-2.5 text-note text-ink-2">
        <Evidence evidence={gain.evidence} />
        <p className="text-label text-ink-3">realized on {formatDate(gain.timestamp)}</p>
      </div>
      <TextField
        label="What speaks against it"
        hint={
          uri !== "" && safeLink(uri) === undefined
            ? "It is shown as text: only links that begin with https:// can be opened."
            : "A link, best to a page that stays, or a few words."
        }
        error={tooLong ? `At most ${MOST_TEXT_BYTES} bytes fit. Shorten it, or link to it.` : undefined}
        text={text}
        onTextChange={(next) => {
          setText(next);
          if (done) transact.reset();
        }}
        lines={3}
      />
      <TransactPanel
        transact={transact}
        // What is on the record is not put there again by a second press.
        plan={uri === "" || tooLong || done ? undefined : disputePlan(token, gain.number, uri)}
        obstacle={tooLong ? "Shorten the text first." : done ? undefined : "Say what speaks against it."}
      >
        Dispute this gain
      </TransactPanel>
    </form>
  );
}
