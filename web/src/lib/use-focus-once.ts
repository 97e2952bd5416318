import { type RefCallback, useCallback, useRef } from "react";

/** A ref that gives its element the focus when it appears, if `wanted` then: where the keys go on after what had them is gone. */
export function useFocusOnce<Focusable extends HTMLElement>(wanted: boolean): RefCallback<Focusable> {
  const asked = useRef(wanted);
  return useCallback((element) => {
    if (element && asked.current) element.focus();
    asked.current = false;
  }, []);
}
