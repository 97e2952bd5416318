import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { safeLink } from "../lib/safe-link.ts";
import { safeText } from "../lib/safe-text.ts";

const LONGEST_TEXT = 120;
/** What is shown as it was written; letters of other scripts in a host could imitate another, and are shown as they are asked for. */
const PLAIN = /^[\x21-\x7e]*$/;

/** What backs a gain, as the person wrote it: a link that a click opens, or plain text. */
export function Evidence({ evidence }: { readonly evidence: string }): ReactNode {
  const text = safeText(evidence, LONGEST_TEXT);
  if (text === "") return <span className="text-ink-3">no evidence given</span>;
  const link = safeLink(evidence);
  if (link === undefined) return <span className="wrap-anywhere">{text}</span>;
  return (
    <a
      href={link}
      target="_blank"
      rel="noreferrer noopener nofollow ugc"
      className="inline-flex items-baseline gap-1 py-0.5 wrap-anywhere underline decoration-line-strong underline-offset-3 hover:decoration-ink"
    >
      {(PLAIN.test(evidence) ? text : safeText(link, LONGEST_TEXT)).replace(/^https:\/\//, "")}
      <ExternalLink aria-hidden="true" size={14} strokeWidth={1.6} className="shrink-0 translate-y-0.5" />
      <span className="sr-only">(opens another site)</span>
    </a>
  );
}
