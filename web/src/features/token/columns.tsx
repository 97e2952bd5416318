import type { ReactNode } from "react";

interface ColumnsProps {
  /** What the page is about; comes second on a phone when `asideFirst` says so. */
  readonly main: ReactNode;
  /** What can be done. */
  readonly aside: ReactNode;
}

/** Two columns on a desk; on a phone what can be done comes after the first card, so `main` may be split. */
export function Columns({ main, aside }: ColumnsProps): ReactNode {
  return (
    <div className="mt-8 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23.25rem]">
      <div className="contents lg:grid lg:gap-6">{main}</div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 max-lg:order-1 lg:sticky lg:top-22">{aside}</div>
    </div>
  );
}
