import { type ReactNode, useDeferredValue, useMemo } from "react";
import { Explain } from "../../../components/explain.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatDuration, formatShare } from "../../../lib/format.ts";
import { previewStake, type StakeChange, type StakeMove } from "../model/stake-preview.ts";

interface StakeChangesProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly move: StakeMove;
  /** Stakes of other founders that are still to come. */
  readonly missing: readonly StakeMove[];
  /** Seconds for which the new shares don't move. */
  readonly lockup: number;
}

/** What a stake changes: before, after and, while a network is founded, once everybody is in. */
export function StakeChanges({ snapshot, token, move, missing, lockup }: StakeChangesProps): ReactNode {
  // Three graphs and a few rows: at once for what most pages read, some tenths of a second for the 50,000 holdings that a page
  // reads at most. Letters that are typed meanwhile go first.
  const wanted = useDeferredValue(move);
  const preview = useMemo(() => previewStake(snapshot, wanted, missing), [snapshot, wanted, missing]);
  const network = token.name;
  const staked = snapshot.tokens.get(move.member)?.symbol ?? "shares";
  const rows: readonly ChangeRow[] = [
    {
      label: `Your part of ${network}`,
      explain: `Direct share of ${token.symbol}, your own token’s treasury included.`,
      change: preview.yourPartOfNetwork,
    },
    {
      label: `${network}’s part of you`,
      explain: "Direct share: what the network holds of your shares that take part in income.",
      change: preview.networkPartOfMember,
    },
    {
      label: "Of your gains you keep",
      explain: "Look-through share: what rests with you in the end of what you realize, around all circles.",
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
  const hasComplete = missing.length > 0;
  return (
    <div>
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
      <dl className="grid gap-1.5 border-t border-line pt-2 text-note">
        {lockup > 0 && (
          <div className="flex justify-between gap-3">
            <dt className="text-ink-2">Lock-up</dt>
            <dd className="font-semibold">{formatDuration(lockup)}</dd>
          </div>
        )}
        <div className="flex justify-between gap-3">
          <dt className="text-ink-2">The {staked} you stake</dt>
          <dd className="text-right font-semibold">stay with {network}</dd>
        </div>
        <div className="flex justify-between gap-3">
          <dt className="text-ink-2">You can leave</dt>
          <dd className="text-right font-semibold">
            {move.to === move.account
              ? `by selling your ${token.symbol}, or under terms that members vote for`
              : "only under terms that members vote for"}
          </dd>
        </div>
      </dl>
      {hasComplete && (
        <p className="mt-2 text-note text-ink-3">“All in”: once the missing founders have staked as well.</p>
      )}
    </div>
  );
}

interface ChangeRow {
  readonly label: string;
  readonly explain: string;
  readonly change: StakeChange;
}
