import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { UsageError } from "../usage-error.ts";
import { suggestion } from "./nearest-name.ts";
import type { Settings } from "./setting.ts";

function parseFile(path: string): unknown {
  let source: string;
  try {
    source = readFileSync(path, "utf8");
  } catch (cause) {
    throw new UsageError(`Cannot read the configuration file "${path}".`, { cause });
  }
  try {
    // Every value as it is written: a port is text here as on the command line. JSON is YAML too.
    return parse(source, { schema: "failsafe" });
  } catch (cause) {
    throw new UsageError(`The configuration file "${path}" is neither YAML nor JSON.`, { cause });
  }
}

/**
 * Reads a configuration file: a mapping from settings to values. Paths in it are relative to its folder.
 * @throws UsageError on unknown settings, with the nearest known one.
 */
export function readConfigFile(settings: Settings, path: string): ReadonlyMap<string, string> {
  const content = parseFile(path);
  // An empty file sets nothing.
  if (content === null || content === undefined || content === "") return new Map();
  if (typeof content !== "object" || Array.isArray(content)) {
    throw new UsageError(`The configuration file "${path}" must hold settings, such as "port: 8000".`);
  }
  const names = Object.keys(settings).filter((name) => name !== "config" && name !== "print-config");
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(content)) {
    if (!names.includes(name)) {
      throw new UsageError(`The configuration file "${path}" has no setting "${name}".${suggestion(name, names)}`);
    }
    if (typeof value !== "string" || value === "") {
      throw new UsageError(`"${name}" in the configuration file "${path}" must be a single value.`);
    }
    texts.set(name, settings[name]?.kind.type === "path" ? resolve(dirname(path), value) : value);
  }
  return texts;
}
