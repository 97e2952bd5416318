import type { ReactNode } from "react";

/** Says what will be here, and the one next step. */
export function EmptyState({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 px-4 py-5 text-table text-ink-2 sm:px-6">
      <p className="max-w-[62ch]">{children}</p>
      {action}
    </div>
  );
}
