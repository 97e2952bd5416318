import type { ReactNode } from "react";
import { BareLoom } from "./bare-loom.tsx";

/** A page on which nothing is woven yet: says why, what would be here, and the next step. */
export function BarePage(props: {
  readonly title: string;
  readonly lead: ReactNode;
  /** The next steps. */
  readonly actions: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const { title, lead, actions, children } = props;
  return (
    <div className="page py-8 sm:py-14">
      <h1 className="text-title">{title}</h1>
      <p className="mt-4 max-w-[58ch] text-lead text-ink-2">{lead}</p>
      {children}
      <div className="mt-6 flex flex-wrap gap-3">{actions}</div>
      <div className="mt-12 sm:mt-16">
        <BareLoom />
      </div>
    </div>
  );
}
