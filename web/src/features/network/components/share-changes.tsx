import type { ReactNode } from "react";
import { Explain } from "../../../components/explain.tsx";
import type { TokenInfo } from "../../../data/ownership.ts";
import { formatShare } from "../../../lib/format.ts";
import type { ShareChange, SharePreview } from "../model/compare-shares.ts";

/** What an act changes in shares: before, after and, while a network is founded, once everybody is in. */
export function ShareChanges(props: {
  readonly token: TokenInfo;
  /** Whose shares move; undefined when they are the reader’s own. */
  readonly member: string | undefined;
  readonly preview: SharePreview;
}): ReactNode {
  const { token, member, preview } = props;
  const rows = rowsOf(token, member, preview);
  const hasComplete = preview.yourPartOfNetwork.complete !== undefined;
  return (
    <table className="w-full border-collapse text-note">
      <caption className="sr-only">What changes</caption>
      <thead className="text-label text-ink-3">
        <tr>
          <th scope="col" className="pb-1.5 text-left font-medium">
            What changes
          </th>
          <th scope="col" className="pb-1.5 pl-2 text-right font-medium">
            now
          </th>
          <th scope="col" className="pb-1.5 pl-2 text-right font-medium">
            after
          </th>
          {hasComplete && (
            <th scope="col" className="pb-1.5 pl-2 text-right font-medium">
              all in
            </th>
          )}
        </tr>
      </thead>
      <tbody className="figures">
        {rows.map(({ label, explain, change }) => (
          <tr key={label} className="border-t border-line">
            <th scope="row" className="py-2 text-left font-normal text-ink-2">
              <Explain term={label}>{explain}</Explain>
            </th>
            <td className="py-2 pl-2 text-right whitespace-nowrap text-ink-3">{formatShare(change.before)}</td>
            <td className="py-2 pl-2 text-right font-semibold whitespace-nowrap">{formatShare(change.after)}</td>
            {hasComplete && (
              <td className="py-2 pl-2 text-right font-semibold whitespace-nowrap">
                {formatShare(change.complete ?? change.after)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChangeRow {
  readonly label: string;
  readonly explain: string;
  readonly change: ShareChange;
}

function rowsOf({ name, symbol }: TokenInfo, member: string | undefined, preview: SharePreview): readonly ChangeRow[] {
  return [
    {
      label: `Your part of ${name}`,
      explain: `Direct share of ${symbol}, your own token’s treasury included.`,
      change: preview.yourPartOfNetwork,
    },
    {
      label: `${name}’s part of ${member ?? "you"}`,
      explain: `Direct share: what the network holds of ${member === undefined ? "your" : "those"} shares that take part in income.`,
      change: preview.networkPartOfMember,
    },
    {
      label: member === undefined ? "Of your gains you keep" : `Of ${member}’s gains you get`,
      explain: `Look-through share: what rests with you in the end of what ${member === undefined ? "you realize" : "comes in there"}, around all circles.`,
      change: preview.keptInTheEnd,
    },
    ...(preview.fromOthersInTheEnd
      ? [
          {
            label: "Of the others’ gains you get",
            explain:
              "Look-through share: what rests with you in the end of what the other members realize, on average.",
            change: preview.fromOthersInTheEnd,
          },
        ]
      : []),
  ];
}
