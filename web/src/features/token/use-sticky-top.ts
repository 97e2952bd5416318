import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Room left below what is taller than the window, in px. */
const BELOW = 24;

/**
 * How far from the window's top something sticks, in px: at `top`, or, where it is taller than the window, once its end has come
 * into view.
 */
export function useStickyTop<Element extends HTMLElement>(top: number): readonly [RefObject<Element | null>, number] {
  const element = useRef<Element>(null);
  const [sticksAt, setSticksAt] = useState(top);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => setSticksAt(Math.min(top, window.innerHeight - target.offsetHeight - BELOW));
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    window.addEventListener("resize", measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, [top]);
  return [element, sticksAt];
}
