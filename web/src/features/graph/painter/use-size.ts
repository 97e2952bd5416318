import { useLayoutEffect, useState } from "react";
import type { Size } from "../layout/fit.ts";

/** Size of an element in screen pixels, kept up to date; undefined until it is known. */
export function useSize(element: Element | null): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    if (!element) return;
    const read = () => {
      const { width, height } = element.getBoundingClientRect();
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
