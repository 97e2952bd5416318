import { parseArgs } from "node:util";
import { UsageError } from "../usage-error.ts";
import { suggestion } from "./nearest-name.ts";
import type { Settings } from "./setting.ts";

/** What stands on a command line. */
export interface Flags {
  readonly positionals: readonly string[];
  /** Texts by setting; the last one counts when a flag is repeated. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads a command line. @throws UsageError on unknown flags, and on flags whose value is missing. */
export function readFlags(settings: Settings, args: readonly string[]): Flags {
  const names = Object.keys(settings);
  const options = Object.fromEntries(
    names.map((name) => [name, { type: settings[name]?.kind.type === "switch" ? "boolean" : "string" } as const]),
  );
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const texts = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const negated = token.name.startsWith("no-") && settings[token.name.slice(3)]?.kind.type === "switch";
    const name = negated ? token.name.slice(3) : token.name;
    const kind = Object.hasOwn(settings, name) ? settings[name]?.kind : undefined;
    if (kind === undefined) {
      throw new UsageError(`There is no option ${token.rawName}.${suggestion(name, names, "--")} See --help.`);
    }
    if (kind.type === "switch") texts.set(name, negated ? "false" : (token.value ?? "true"));
    else if (token.value === undefined) throw new UsageError(`--${name} needs a value.`);
    else texts.set(name, token.value);
  }
  return { positionals, texts };
}
