import { redactUrl } from "../../values/redact-url.ts";
import type { Origin } from "./read-config.ts";
import type { Settings } from "./setting.ts";

function describeOrigin({ from, name }: Origin): string {
  return from === "default" ? "default" : `${from.replace("shared ", "")} ${name}`;
}

/** What a command works with and where each value came from; secrets in addresses are hidden. */
export function printConfig(settings: Settings, origins: ReadonlyMap<string, Origin>): string {
  const rows = Object.entries(settings)
    .filter(([name]) => name !== "print-config" && name !== "config")
    .map(([name, { kind, otherwise }]) => {
      const origin = origins.get(name);
      if (origin === undefined) return [name, "-", otherwise === undefined ? "not set" : `not set: ${otherwise}`];
      return [name, kind.type === "url" ? redactUrl(origin.text) : origin.text, describeOrigin(origin)];
    });
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return `${rows
    .map(
      ([name = "", value = "", origin]) => `${name.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${origin}`,
    )
    .join("\n")}\n`;
}
