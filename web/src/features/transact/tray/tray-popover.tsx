import { Popover } from "@base-ui/react/popover";
import { useRouter } from "@tanstack/react-router";
import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { formatCount, formatRelative } from "../../../lib/format.ts";
import { sentHere } from "../sent/sent-here.ts";
import { hashOf, isUnderWay, type Sent } from "../sent/sent-transaction.ts";
import { explainFailure } from "../sent/state-of-sent.ts";
import { TransactionLink } from "../transaction-link.tsx";
import { confirmedWords, pendingWords } from "../under-way-words.ts";

interface TrayPopoverProps {
  readonly account: string;
  /** Newest first. */
  readonly sent: readonly Sent[];
  readonly className: string;
  /** What the button shows. */
  readonly children: ReactNode;
}

/** The list of what was sent. A module of its own: most visits send nothing. */
export function TrayPopover({ account, sent, className, children }: TrayPopoverProps): ReactNode {
  const finished = sent.filter((one) => !isUnderWay(one));
  const forget = (): void => {
    for (const { id } of finished) sentHere.forget(account, id);
  };
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={`${className} cursor-pointer hover:bg-inset`}>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" collisionPadding={16} className="z-40">
          <Popover.Popup className="floating max-h-[min(32rem,calc(100dvh-6rem))] w-96 max-w-[calc(100vw-2rem)] overflow-y-auto p-4 outline-none">
            <div className="mb-2 flex items-center justify-between gap-3">
              <Popover.Title className="text-heading">Your transactions</Popover.Title>
              <Popover.Close
                aria-label="Close"
                className="-mt-1 -mr-2 grid size-11 shrink-0 cursor-pointer place-items-center rounded-control text-ink-3 hover:bg-inset hover:text-ink"
              >
                <X aria-hidden="true" size={19} strokeWidth={1.6} />
              </Popover.Close>
            </div>
            <ul className="grid">
              {sent.map((one) => (
                <Entry key={one.id} sent={one} onLeave={() => setOpen(false)} />
              ))}
            </ul>
            {finished.length > 0 && (
              <div className="mt-3 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3">
                <p className="text-label text-ink-3">Kept in this browser for a week.</p>
                <Button variant="quiet" onClick={forget}>
                  Clear what is finished
                </Button>
              </div>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Entry({ sent, onLeave }: { readonly sent: Sent; readonly onLeave: () => void }): ReactNode {
  const router = useRouter();
  const hash = hashOf(sent);
  const failed = sent.phase === "failed";
  return (
    <li className="grid gap-1 border-t border-line py-3 text-note first:border-t-0 first:pt-1">
      <p className="text-table font-semibold wrap-anywhere">{sent.title}</p>
      {sent.step && <p className="text-ink-3">{sent.step}</p>}
      <p role="status" className={failed ? "text-bad" : isUnderWay(sent) ? "text-ink-2" : "text-good"}>
        {entryWords(sent)}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
        <span className="text-label">{formatRelative(Math.floor(sent.sentAt / 1000))}</span>
        {hash && <TransactionLink hash={hash} />}
        <a
          href={sent.path}
          onClick={(event) => {
            event.preventDefault();
            onLeave();
            router.history.push(sent.path);
          }}
          className="font-semibold text-ink underline underline-offset-3"
        >
          Where it was sent from
        </a>
      </div>
    </li>
  );
}

function entryWords({ phase, live, block = 0, failure, done }: Sent): string {
  switch (phase) {
    case "pending":
      return pendingWords(live);
    case "confirmed":
      return confirmedWords(block, live);
    case "indexed":
      return done ?? `Done, in block ${formatCount(block)}.`;
    case "failed": {
      const { title, next } = explainFailure(failure ?? "dropped");
      return `${title}. ${next}`;
    }
  }
}
