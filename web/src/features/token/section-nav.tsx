import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "../../lib/class-names.ts";
import { useCurrentSection } from "./use-current-section.ts";

/** A part of a long page. */
export interface PageSection {
  /** Of the card that it leads to, and what a link to it ends in: `#members`. */
  readonly id: string;
  readonly label: string;
  /** Whether only a page of one column has it among its cards; beside them it is in view anyway. */
  readonly beside?: boolean;
}

/** The way around a long page, in view wherever one is on it. */
export function SectionNav({ sections }: { readonly sections: readonly PageSection[] }): ReactNode {
  const { current, choose } = useCurrentSection(sections);
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const link = strip.current?.querySelector<HTMLElement>(`[href="#${current}"]`);
    if (!link || !strip.current) return;
    // The strip alone: to scroll it into view would move the page too.
    strip.current.scrollLeft = link.offsetLeft - (strip.current.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav aria-label="On this page" className="sticky top-[65px] z-20 border-b border-line bg-ground print:hidden">
      <div ref={strip} className="page relative flex gap-5 overflow-x-auto [scrollbar-width:none] sm:gap-6">
        {sections.map(({ id, label, beside }) => (
          <a
            key={id}
            href={`#${id}`}
            aria-current={id === current ? "location" : undefined}
            onClick={() => choose(id)}
            className={classNames(
              "flex min-h-12 shrink-0 items-center border-b-2 border-transparent text-table font-medium whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink aria-[current=location]:border-ink aria-[current=location]:text-ink",
              beside && "lg:hidden",
            )}
          >
            {label}
          </a>
        ))}
      </div>
    </nav>
  );
}
