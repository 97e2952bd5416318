import { type Logger, pino } from "pino";
import { formatEntry } from "./format-entry.ts";
import type { Terminal } from "./terminal.ts";

/** Levels of log entries, most severe first; the last one logs nothing. */
export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"] as const;

/** How log entries are written: for people, or as a JSON object a line. */
export const LOG_FORMATS = ["pretty", "json"] as const;

/** A logger on a terminal. */
export function createLogger(level: string, format: string, terminal: Terminal): Logger {
  const write = (line: string): void => terminal.log(format === "json" ? line : formatEntry(line));
  return pino({ level, base: null }, { write });
}
