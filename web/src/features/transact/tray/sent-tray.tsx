import { ArrowUpRight } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { ResumeSent } from "../sent/resume-sent.tsx";
import { useSent } from "../sent/sent-here.ts";
import type { Sent } from "../sent/sent-transaction.ts";
import { trayWords } from "./tray-words.ts";

const TrayPopover = lazy(async () => ({ default: (await import("./tray-popover.tsx")).TrayPopover }));

/** The look of the button, whether it opens something yet or not. */
const TRAY_BUTTON =
  "inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1.5 rounded-control px-2.5 text-table font-semibold text-ink-2";

/** What the connected account sent from here and what became of it, in the header; nothing when there is nothing. */
export function SentTray({ account }: { readonly account: string }): ReactNode {
  const sent = useSent(account);
  if (sent.length === 0) return null;
  const label = <TrayLabel sent={sent} />;
  return (
    <>
      <ResumeSent account={account} />
      <Suspense fallback={<span className={TRAY_BUTTON}>{label}</span>}>
        <TrayPopover account={account} sent={sent} className={TRAY_BUTTON}>
          {label}
        </TrayPopover>
      </Suspense>
    </>
  );
}

/** On a phone only the number stands beside the arrow; the button's name says the rest. */
function TrayLabel({ sent }: { readonly sent: readonly Sent[] }): ReactNode {
  const { count, rest } = trayWords(sent);
  return (
    <>
      <ArrowUpRight aria-hidden="true" size={18} strokeWidth={1.6} />
      <span className="sr-only">Your transactions: </span>
      <span className="figures">{count}</span>
      <span className="max-lg:sr-only">{` ${rest}`}</span>
    </>
  );
}
