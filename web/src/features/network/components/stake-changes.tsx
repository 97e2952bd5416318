import { type ReactNode, useDeferredValue, useMemo } from "react";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatDuration } from "../../../lib/format.ts";
import { previewStake, type StakeMove } from "../model/stake-preview.ts";
import { ShareChanges } from "./share-changes.tsx";

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
  const member = snapshot.tokens.get(move.member);
  const staked = member?.symbol ?? "shares";
  const other = member?.person === move.account ? undefined : member?.name;
  return (
    <div>
      <ShareChanges token={token} member={other} preview={preview} />
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
      {missing.length > 0 && (
        <p className="mt-2 text-note text-ink-3">“All in”: once the missing founders have staked as well.</p>
      )}
    </div>
  );
}
