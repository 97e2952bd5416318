import { Outlet } from "@tanstack/react-router";
import { NetworkNotice } from "../features/wallet/network-notice.tsx";
import { WalletDialogHost } from "../features/wallet/wallet-dialog-host.tsx";
import { FollowIndex } from "./follow-index.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { StaleIndexNotice } from "./stale-index-notice.tsx";

/** What stands around every page. */
export function Shell() {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only rounded-control bg-action px-4 py-3 text-on-action focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the page
      </a>
      <div className="contents print:hidden">
        <Header />
        <NetworkNotice />
        <StaleIndexNotice />
      </div>
      {/* While a page fills, the footer begins below the first screen: what comes would push it out of the way. */}
      <main
        id="content"
        tabIndex={-1}
        className="flex flex-1 flex-col outline-none empty:min-h-[calc(100dvh-4rem)] has-[.skeleton]:min-h-[calc(100dvh-4rem)]"
      >
        <Outlet />
      </main>
      <div className="mt-auto print:hidden">
        <Footer />
      </div>
      <WalletDialogHost />
      <FollowIndex />
    </div>
  );
}
