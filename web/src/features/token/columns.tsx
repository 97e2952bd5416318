import type { ReactNode } from "react";
import { classNames } from "../../lib/class-names.ts";

interface ColumnsProps {
  /** What the page is about. */
  readonly main: ReactNode;
  /** What can be done. */
  readonly aside: ReactNode;
  /** Where on a phone, in one column, what can be done stands among the cards of `main`. */
  readonly asideOnPhone: "first" | "after-first" | "last";
  /** Whether, on a desk, what can be done stays in view beside a long form. */
  readonly asideStays?: boolean;
}

const MAIN_ORDER = {
  first: "max-lg:*:order-2",
  "after-first": "max-lg:*:order-2 max-lg:*:first:order-0",
  last: "max-lg:*:order-0",
} as const;

/** Two columns on a desk, one on a phone. */
export function Columns({ main, aside, asideOnPhone, asideStays = false }: ColumnsProps): ReactNode {
  return (
    <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23.25rem]">
      <div className={classNames("contents lg:grid lg:grid-cols-[minmax(0,1fr)] lg:gap-6", MAIN_ORDER[asideOnPhone])}>
        {main}
      </div>
      <div
        className={classNames(
          "grid grid-cols-[minmax(0,1fr)] gap-6 max-lg:order-1",
          asideStays && "lg:sticky lg:top-22",
        )}
      >
        {aside}
      </div>
    </div>
  );
}
