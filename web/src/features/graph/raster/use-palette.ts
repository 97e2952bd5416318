import { useEffect, useState } from "react";
import type { RasterPalette } from "./draw-raster.ts";
import { RASTER_KINDS } from "./raster-scene.ts";

/** The colours of the page's theme as a worker can use them, read again when the theme changes. */
export function usePalette(frame: HTMLElement | null): RasterPalette | undefined {
  const [palette, setPalette] = useState<RasterPalette>();
  useEffect(() => {
    if (!frame) return;
    const read = () => setPalette(readPalette(frame));
    read();
    const query = matchMedia("(prefers-color-scheme: dark)");
    query.addEventListener("change", read);
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true });
    return () => {
      query.removeEventListener("change", read);
      observer.disconnect();
    };
  }, [frame]);
  return palette;
}

/** Colours may be given for both themes at once: only an element that wears them says which holds. */
function readPalette(frame: HTMLElement): RasterPalette {
  const probe = document.createElement("span");
  probe.hidden = true;
  frame.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const palette = { kinds: RASTER_KINDS.map(colour), ground: colour("ground") };
  probe.remove();
  return palette;
}
