import { formatShare } from "../lib/format.ts";

/** A share of 1 as a percentage. */
export function Share({ value }: { readonly value: number }) {
  return <span className="figures whitespace-nowrap">{formatShare(value)}</span>;
}
