import type { ReactNode } from "react";
import { formatCount } from "../../lib/format.ts";
import { useBeforeLastTransaction } from "../transact/last-transaction.ts";

/** Says that figures are older than the reader's own last transaction; nothing when they are not. */
export function StaleNote({ block }: { readonly block: number }): ReactNode {
  const stale = useBeforeLastTransaction(block);
  return (
    <p role="status" className="text-note text-ink-3 empty:hidden">
      {stale && `Figures of block ${formatCount(block)}, before your last transaction. They will change in a moment.`}
    </p>
  );
}
