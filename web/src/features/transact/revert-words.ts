import { formatAmount, formatDate, formatDuration } from "../../lib/format.ts";
import type { Explanation } from "./explain-error.ts";

/** Says an error in words, given the values it carries. */
export type RevertWords = (values: readonly unknown[]) => Explanation;

/** Shares or currency in wei as people read it. */
export function amount(value: unknown): string {
  return typeof value === "bigint" ? formatAmount(value) : String(value);
}

/** A Unix time as people read it. */
export function moment(value: unknown): string {
  return typeof value === "bigint" || typeof value === "number" ? formatDate(value, { time: true }) : String(value);
}

/** A length of time in seconds as people read it. */
export function duration(value: unknown): string {
  return typeof value === "bigint" || typeof value === "number" ? formatDuration(value) : String(value);
}
