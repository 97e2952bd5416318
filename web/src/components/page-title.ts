import { useEffect } from "react";

/** Sets the window's title: the page's name, then the dApp's. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Weft` : "Weft";
  }, [title]);
}
