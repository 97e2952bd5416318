import { useEffect, useLayoutEffect, useRef, useState } from "react";

/** A band of the window, one hundredth high, a third down: the part of the page that lies in it is the one that is read. */
const READING_LINE = "-33% 0px -66% 0px";
/** For how long after a press the page comes to rest where it leads, in milliseconds. */
const COMES_TO_REST = 400;

/** The part of a page that one is at. */
export interface CurrentSection {
  /** Its id; undefined above the first. */
  readonly current: string | undefined;
  /** A link to a part was followed: near the page's end it may not come up to the reading line. */
  readonly choose: (id: string) => void;
}

/** Follows which part of a page is read. Leads to the one that the address names, once it is there. */
export function useCurrentSection(sections: readonly { readonly id: string }[]): CurrentSection {
  const [current, setCurrent] = useState<string>();
  const chosenAt = useRef(Number.NEGATIVE_INFINITY);
  const ids = sections.map(({ id }) => id).join(" ");
  const choose = (id: string): void => {
    chosenAt.current = performance.now();
    setCurrent(id);
  };

  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting);
        if (entered && performance.now() - chosenAt.current > COMES_TO_REST) setCurrent(entered.target.id);
      },
      { rootMargin: READING_LINE },
    );
    for (const id of ids.split(" ")) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [ids]);

  useLayoutEffect(() => {
    const named = window.location.hash.slice(1);
    const section = ids.split(" ").includes(named) ? document.getElementById(named) : null;
    return section === null
      ? undefined
      : arriveAt(section, () => {
          chosenAt.current = performance.now();
          setCurrent(named);
        });
  }, [ids]);

  return { current, choose };
}

/** For how long a page that was just opened may grow above the part that was asked for, in milliseconds. */
const FILLS = 4_000;
const TAKEN_OVER = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

/**
 * Leads to a part of a page that still fills: until it is full, or somebody moves it themselves. The router looks for the part when it
 * changes pages, before there is one.
 */
function arriveAt(section: HTMLElement, arrived: () => void): () => void {
  const lead = (): void => {
    section.scrollIntoView();
    arrived();
  };
  const observer = new ResizeObserver(lead);
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    for (const event of TAKEN_OVER) window.removeEventListener(event, stop);
  };
  const timer = setTimeout(stop, FILLS);
  for (const event of TAKEN_OVER) window.addEventListener(event, stop, { passive: true });
  observer.observe(document.body);
  return stop;
}
