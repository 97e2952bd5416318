import { UsageError } from "../usage-error.ts";
import { parseValue, ValueMismatch } from "./parse-value.ts";
import { readConfigFile } from "./read-config-file.ts";
import { readFlags } from "./read-flags.ts";
import { envName, type Settings, type ValuesOf } from "./setting.ts";

/** Variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a value came from. */
export interface Origin {
  readonly text: string;
  readonly from: "flag" | "environment" | "file" | "shared environment" | "default";
  /** The flag, variable or file. */
  readonly name: string;
}

/** What a command was given. */
export interface Config<Of extends Settings> {
  readonly positionals: readonly string[];
  readonly values: ValuesOf<Of>;
  readonly origins: ReadonlyMap<keyof Of & string, Origin>;
}

function fromEnvironment(environment: Environment, name: string): string | undefined {
  const text = environment[name];
  // Shells and compose files cannot unset a variable, only empty it.
  return text === "" ? undefined : text;
}

/**
 * Reads a command's settings: from the command line, else the environment, else the configuration file (`--config`), else their
 * defaults.
 * @throws UsageError on unknown settings and on values that are none.
 */
export function readConfig<Of extends Settings>(
  settings: Of,
  args: readonly string[],
  environment: Environment,
): Config<Of> {
  const { positionals, texts: flags } = readFlags(settings, args);
  const path =
    "config" in settings ? (flags.get("config") ?? fromEnvironment(environment, envName("config"))) : undefined;
  const file = path === undefined ? new Map<string, string>() : readConfigFile(settings, path);

  function originOf(name: string): Origin | null {
    const setting = settings[name];
    const sharedEnv = setting?.sharedEnv ?? "";
    const sources: readonly Omit<Origin, "text">[] = [
      { from: "flag", name: `--${name}` },
      { from: "environment", name: envName(name) },
      { from: "file", name: path ?? "" },
      { from: "shared environment", name: sharedEnv },
      { from: "default", name: "" },
    ];
    const texts = [
      flags.get(name),
      fromEnvironment(environment, envName(name)),
      file.get(name),
      fromEnvironment(environment, sharedEnv),
      setting?.fallback,
    ];
    const index = texts.findIndex((text) => text !== undefined);
    const source = sources[index];
    return source === undefined ? null : { ...source, text: texts[index] ?? "" };
  }

  const origins = new Map<string, Origin>();
  const values: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(settings)) {
    const origin = originOf(name);
    if (origin === null) continue;
    origins.set(name, origin);
    try {
      values[name] = parseValue(kind, origin.text);
    } catch (error) {
      if (!(error instanceof ValueMismatch)) throw error;
      // What other programs share may be meant for them alone, such as the address of another kind of database.
      if (origin.from === "shared environment") {
        origins.delete(name);
        continue;
      }
      const where = origin.from === "file" ? `"${name}" in ${origin.name}` : origin.name || `--${name}`;
      throw new UsageError(`${where} must be ${error.message}, not "${origin.text}".`);
    }
  }
  return { positionals, values: values as ValuesOf<Of>, origins };
}

/** The value of a setting that a command cannot do without. @throws UsageError naming every way to give it. */
export function required<Value>(value: Value | undefined, name: string): Value {
  if (value !== undefined) return value;
  throw new UsageError(
    `--${name} is missing; give it, set ${envName(name)}, or write "${name}" into the file that --config names.`,
  );
}
