import { Moon, Sun } from "lucide-react";
import { setTheme, useDark } from "./theme.ts";

/** Turns the page light or dark and remembers it. */
export function ThemeSwitch() {
  const dark = useDark();
  const Icon = dark ? Sun : Moon;
  return (
    <button
      type="button"
      aria-label={dark ? "Use the light theme" : "Use the dark theme"}
      onClick={() => setTheme(dark ? "light" : "dark")}
      className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-control text-ink-2 hover:bg-inset hover:text-ink"
    >
      <Icon aria-hidden="true" size={19} strokeWidth={1.6} />
    </button>
  );
}
