import { Link } from "@tanstack/react-router";
import { Menu as MenuIcon, X } from "lucide-react";
import { useState } from "react";
import { SentHost } from "../features/transact/tray/sent-host.tsx";
import { WalletButton } from "../features/wallet/wallet-button.tsx";
import { Mark } from "./mark.tsx";
import { Search } from "./search.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

const LINKS = [
  { to: "/", label: "Explore" },
  { to: "/graph", label: "Graph" },
  { to: "/portfolio", label: "Portfolio" },
  { to: "/activity", label: "Activity" },
] as const;

/** Where one is, where one can go, and who one is. */
export function Header() {
  const [open, setOpen] = useState(false);
  const Toggle = open ? X : MenuIcon;
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-cloth">
      <div className="page flex min-h-16 items-center gap-2 max-md:flex-wrap sm:gap-3">
        <Link to="/" aria-label="Weft, Explore" className="mr-2 flex min-h-11 items-center gap-2.5 sm:mr-4">
          <Mark />
          <span className="font-display text-[1.375rem] font-bold tracking-[-0.02em]">weft</span>
        </Link>
        <nav aria-label="Pages" className="hidden gap-1 md:flex">
          <PageLinks />
        </nav>
        <div className="flex flex-1 items-center justify-end gap-1 max-md:flex-auto max-md:flex-wrap sm:gap-2">
          <Search />
          <span className="max-md:hidden">
            <ThemeSwitch />
          </span>
          <SentHost />
          <WalletButton />
          <button
            type="button"
            aria-expanded={open}
            aria-controls="pages-menu"
            aria-label="Pages"
            onClick={() => setOpen(!open)}
            className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-control text-ink-2 hover:bg-inset md:hidden"
          >
            <Toggle aria-hidden="true" size={19} strokeWidth={1.6} />
          </button>
        </div>
      </div>
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keys; a click on one also closes the menu
        <nav
          id="pages-menu"
          aria-label="Pages"
          className="page grid gap-1 pb-3 md:hidden"
          onClick={() => setOpen(false)}
        >
          <PageLinks />
          <ThemeSwitch words />
        </nav>
      )}
    </header>
  );
}

function PageLinks() {
  return LINKS.map(({ to, label }) => (
    <Link
      key={to}
      to={to}
      activeOptions={{ exact: to === "/", includeSearch: false }}
      className="flex min-h-11 items-center rounded-control px-3.5 text-table font-medium text-ink-2 hover:text-ink aria-[current=page]:bg-inset aria-[current=page]:font-semibold aria-[current=page]:text-ink"
    >
      {label}
    </Link>
  ));
}
