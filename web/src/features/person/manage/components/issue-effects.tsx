import { type ReactNode, useMemo } from "react";
import { Amount } from "../../../../components/amount.tsx";
import { type ChangeRow, ChangesTable } from "../../../../components/changes-table.tsx";
import { Explain } from "../../../../components/explain.tsx";
import { Notice } from "../../../../components/notice.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../../data/ownership.ts";
import type { PartChange } from "../../../../data/part-changes.ts";
import { formatAmount, formatShare } from "../../../../lib/format.ts";
import { displayName } from "../../../../lib/names.ts";
import { streamLeftAt } from "../../model/stream-left.ts";
import { type Issue, issueChanges, offersLost } from "../model/issue-preview.ts";
import type { OwnFormProps } from "../model/own-form.ts";

/** What an issue changes, and what to know before: what streams, and the terms that it makes useless. */
export function IssueEffects(
  props: Omit<OwnFormProps, "onOpen"> & {
    readonly issue: Issue;
  },
): ReactNode {
  const { snapshot, token, record, settings, now, issue } = props;
  const changes = useMemo(() => issueChanges(snapshot, token, issue), [snapshot, token, issue]);
  const left = streamLeftAt(record.stream, now);
  const lost = offersLost(settings.offers, token, issue.shares, now);
  const { currencySymbol, decimals } = snapshot.protocol;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ChangesTable caption="Part of you, directly" rows={rowsOf(snapshot, token, changes, issue)} />
      {left > 0n && (
        <Notice title="What still streams is divided at once">
          <Amount wei={left} unit={currencySymbol} decimals={decimals} /> of earlier gains go to those who hold now; the
          new shares have no part in them.
        </Notice>
      )}
      {lost.length > 0 && (
        <Notice tone="bad" title="Terms would lose their effect">
          {lost.map((network) => displayName(snapshot, network)).join(", ")} made terms for at most as many shares as
          there are today. After this nobody can stake under them; members would have to vote again.
        </Notice>
      )}
    </div>
  );
}

function rowsOf(
  snapshot: OwnershipSnapshot,
  token: TokenInfo,
  changes: readonly PartChange[],
  { shares }: Issue,
): readonly ChangeRow[] {
  const person = changes.find(({ account }) => account === token.person);
  return [
    {
      key: "supply",
      label: "Shares in all",
      before: formatAmount(token.totalSupply, { maximumFractionDigits: 0 }),
      after: formatAmount(token.totalSupply + shares, { maximumFractionDigits: 0 }),
    },
    ...changes.map(({ account, before, after }) => ({
      key: account,
      label: account === token.person ? "You" : displayName(snapshot, account),
      before: formatShare(before.direct),
      after: formatShare(after.direct),
    })),
    ...(person
      ? [
          {
            key: "kept",
            label: (
              <Explain term="Of your gains you keep">
                Look-through share: what rests with you in the end of what you realize, around all circles.
              </Explain>
            ),
            before: formatShare(person.before.inTheEnd),
            after: formatShare(person.after.inTheEnd),
          },
        ]
      : []),
  ];
}
