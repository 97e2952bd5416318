import type { ReactNode } from "react";
import { classNames } from "../../lib/class-names.ts";
import { useStickyTop } from "./use-sticky-top.ts";

interface ColumnsProps {
  /** What the page is about. */
  readonly main: ReactNode;
  /** What can be done. */
  readonly aside: ReactNode;
  /** Where on a phone, in one column, what can be done stands among the cards of `main`. */
  readonly asideOnPhone: "first" | "after-first" | "last";
  /** What stays in view above: the header, or also the way around the page. */
  readonly under?: keyof typeof STICKS_UNDER;
}

const MAIN_ORDER = {
  first: "max-lg:*:order-2",
  "after-first": "max-lg:*:order-2 max-lg:*:first:order-0",
  last: "max-lg:*:order-0",
} as const;

/** Distance from the window's top, in px: what stays in view there, and a gap. */
const STICKS_UNDER = { header: 89, sections: 138 } as const;

/** Two columns on a desk, of which what can be done stays in view; one on a phone. */
export function Columns({ main, aside, asideOnPhone, under = "header" }: ColumnsProps): ReactNode {
  const [stays, top] = useStickyTop<HTMLDivElement>(STICKS_UNDER[under]);
  return (
    <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23.25rem]">
      <div className={classNames("contents lg:grid lg:grid-cols-[minmax(0,1fr)] lg:gap-6", MAIN_ORDER[asideOnPhone])}>
        {main}
      </div>
      <div ref={stays} style={{ top }} className="grid grid-cols-[minmax(0,1fr)] gap-6 max-lg:order-1 lg:sticky">
        {aside}
      </div>
    </div>
  );
}
