import type { ReactNode } from "react";
import { Dialog } from "../../../components/dialog.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { type CancelRight, cancelPlan } from "../model/cancel-terms.ts";
import type { TermsRow } from "../model/terms-rows.ts";

const RIGHT_WORDS: Readonly<Record<CancelRight, string>> = {
  sponsor: "You put them to the vote, so you may end them at once.",
  member: "They are about your shares, so you may end them at once.",
  leaver: "They are for you to leave, so you may end them at once.",
};

/** Where terms are ended at once, by somebody who may. It stays until the reader closes it. */
export function CancelDialog(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly row: TermsRow;
  readonly onClose: () => void;
}): ReactNode {
  const { snapshot, token, row, onClose } = props;
  const { terms, way, cancel } = row;
  const transact = useTransact(`cancel-terms:${token.address}:${terms.number}`);
  const symbol = snapshot.tokens.get(terms.member)?.symbol ?? "shares";
  const left = `${formatAmount(terms.cap - terms.used)} ${symbol}`;
  const who = terms.account === null ? "Anybody" : displayName(snapshot, terms.account);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Cancel terms No. ${terms.number}`}
      description={cancel && RIGHT_WORDS[cancel]}
    >
      <p className="mb-4 text-table text-ink-2">
        {way === "in"
          ? `${who} may still stake ${left} under them. That ends; what was staked stays.`
          : `${who} may still take ${left} back under them. That ends; what came back stays.`}
      </p>
      <TransactPanel
        transact={transact}
        plan={transact.state.name === "indexed" ? undefined : cancelPlan(token, terms.number)}
        obstacle="They have ended."
      >
        Cancel terms No. {terms.number}
      </TransactPanel>
    </Dialog>
  );
}
