import { Check, Copy as CopyIcon } from "lucide-react";
import { useEffect, useState } from "react";

const SHOWN_FOR_MS = 1_600;

/** What is copied, and what the button says. */
export interface CopyProps {
  readonly text: string;
  readonly label: string;
  /** What tells the button from others of the same label; for screen readers. */
  readonly about?: string;
}

/** A button that copies a text and says so. */
export function Copy({ text, label, about }: CopyProps) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const Icon = state === "copied" ? Check : CopyIcon;
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };
  return (
    <button
      type="button"
      onClick={copy}
      className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-small px-1.5 text-label text-ink-3 hover:bg-inset hover:text-ink"
    >
      <Icon aria-hidden="true" size={15} strokeWidth={1.6} />
      <span aria-live="polite">{state === "copied" ? "Copied" : state === "failed" ? "Can’t copy here" : label}</span>
      {about && <span className="sr-only">{about}</span>}
    </button>
  );
}
