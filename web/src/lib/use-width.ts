import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Width of an element's content in whole px, followed as it changes; 0 until it is known. */
export function useWidth<Element extends HTMLElement>(): readonly [RefObject<Element | null>, number] {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(target);
    setWidth(Math.floor(target.getBoundingClientRect().width));
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
