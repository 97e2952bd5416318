import { Share } from "../../../components/share.tsx";
import type { InTheEnd } from "../model/owners.ts";

/** What is owned in the end: a part, or why there is none. */
export function EndShare({ value }: { readonly value: InTheEnd }) {
  return typeof value === "number" ? <Share value={value} /> : <span className="text-ink-3">{value}</span>;
}
