import { Popover } from "@base-ui/react/popover";
import { type ReactNode, startTransition, useState } from "react";

/** A term with a dotted underline that says what it means: by hovering, by keyboard and by touch. */
export function Explain({ term, children }: { readonly term: ReactNode; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    // In the background: what was pressed answers first.
    <Popover.Root open={open} onOpenChange={(next) => startTransition(() => setOpen(next))}>
      <Popover.Trigger
        openOnHover
        delay={250}
        // Large enough for a fingertip, without moving what stands around it.
        className="-my-[3px] min-h-6 cursor-help py-[3px] text-left underline decoration-line-strong decoration-dotted underline-offset-4"
      >
        {term}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" sideOffset={6} align="start" collisionPadding={16} className="z-40">
          <Popover.Popup className="floating max-w-80 px-4 py-3 text-note text-ink-2">
            <Popover.Description render={<div />}>{children}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
