import { useEffect } from "react";

/** Styles that are on the page while somebody uses them; the first ones stay until the last user is gone. */
function sharedSheet() {
  let users = 0;
  const sheet = new CSSStyleSheet();
  return {
    add(styles: string): void {
      if (users++ > 0) return;
      sheet.replaceSync(styles);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove(): void {
      if (--users > 0) return;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    },
  };
}

/**
 * Makes a component that keeps styles on the page while it is mounted.
 *
 * Stands in for `react-style-singleton`, with which the wallet dialog stops the page behind it from scrolling. That one writes
 * a style element, which the content policy forbids; an adopted style sheet does the same and is allowed. `vite.config.ts`
 * puts it in place, so its name and shape are the original's, which makes one component at module level.
 */
export function styleSingleton() {
  const sheet = sharedSheet();
  // biome-ignore lint/correctness/noComponentHookFactories: the original is called once per module, not while rendering
  return function Styles({ styles }: { readonly styles: string }): null {
    // biome-ignore lint/correctness/useExhaustiveDependencies: later styles are left out on purpose
    useEffect(() => {
      sheet.add(styles);
      return sheet.remove;
    }, []);
    return null;
  };
}
