/** How far a pointer may stray during a press that is meant, in CSS pixels; farther is a way to take it back (WCAG 2.5.2). */
const STRAY = 10;

type Place = Pick<MouseEvent, "clientX" | "clientY">;

/**
 * Lets a press count for the element that it began on, though the page moves that away before the pointer is lifted: a line that
 * the chain's answer brings pushes a button down, and the browser takes the click to whatever is there then.
 *
 * @param down The pointer going down on `element`.
 */
export function followPress(element: HTMLElement, down: Place & Pick<MouseEvent, "button">): void {
  if (down.button !== 0) return;
  const ends = new AbortController();
  const once = { capture: true, signal: ends.signal } as const;
  const click = (event: MouseEvent): void => {
    ends.abort();
    const there = event.target instanceof Node && element.contains(event.target);
    if (there || !element.isConnected || isFar(down, event)) return;
    // What has come to lie under the pointer was not meant.
    event.preventDefault();
    event.stopPropagation();
    element.click();
  };
  document.addEventListener("click", click, once);
  // It has become a movement of the page, or this press ended without a click and another begins.
  for (const type of ["pointercancel", "pointerdown"]) document.addEventListener(type, () => ends.abort(), once);
}

function isFar(one: Place, other: Place): boolean {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) > STRAY;
}
