import type { ReactNode } from "react";
import { Explain } from "./explain.tsx";

/** One figure of a page's head. */
export interface FigureProps {
  readonly label: string;
  /** What the figure is, exactly. */
  readonly explain: ReactNode;
  /** The figure. */
  readonly children: ReactNode;
  /** What it says in a few words. */
  readonly note?: ReactNode;
}

/** A large figure under a label that explains itself. */
export function Figure({ label, explain, children, note }: FigureProps) {
  return (
    <div className="min-w-0">
      <div className="text-label text-ink-3">
        <Explain term={label}>{explain}</Explain>
      </div>
      <div className="figures mt-1 text-figure">{children}</div>
      {note && <div className="mt-1 text-label text-ink-3">{note}</div>}
    </div>
  );
}

/** Two figures a row on a phone, four on a desk. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(2,minmax(0,1fr))] gap-x-6 gap-y-6 border-y border-line py-6 md:grid-cols-[repeat(4,minmax(0,1fr))]">
      {children}
    </div>
  );
}
