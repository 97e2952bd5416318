import { Moon, Sun } from "lucide-react";
import { classNames } from "../lib/class-names.ts";
import { setTheme, useDark } from "./theme.ts";

/** Turns the page light or dark and remembers it. */
export function ThemeSwitch({ words = false }: { readonly words?: boolean }) {
  const dark = useDark();
  const Icon = dark ? Sun : Moon;
  const label = dark ? "Use the light theme" : "Use the dark theme";
  return (
    <button
      type="button"
      aria-label={label}
      onClick={() => setTheme(dark ? "light" : "dark")}
      className={classNames(
        "flex min-h-11 shrink-0 cursor-pointer items-center rounded-control text-ink-2 hover:bg-inset hover:text-ink",
        words ? "gap-3 px-3.5 text-table font-medium" : "size-11 justify-center",
      )}
    >
      <Icon aria-hidden="true" size={19} strokeWidth={1.6} />
      {words && label}
    </button>
  );
}
