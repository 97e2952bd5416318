import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

/** An option of a command: a flag, and the environment variable that stands in for it. */
export interface OptionSpec {
  readonly flag: string;
  readonly env: string;
  /** Placeholder of the value in the help text. */
  readonly value: string;
  readonly help: string;
  readonly fallback: string | null;
  readonly required: boolean;
}

/** What a command was given. */
export interface ParsedOptions {
  readonly positionals: readonly string[];
  /** The value of an option by flag: from the command line, else the environment, else its default. */
  get(flag: string): string | null;
}

/**
 * Reads a command's arguments.
 * @throws UsageError on an unknown flag or a missing required one.
 */
export function parseOptions(
  specs: readonly OptionSpec[],
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ParsedOptions {
  const options = Object.fromEntries(specs.map((spec) => [spec.flag, { type: "string" as const }]));
  let parsed: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] };
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
  const values = new Map<string, string | null>();
  for (const spec of specs) {
    const given = parsed.values[spec.flag];
    const value = typeof given === "string" ? given : (environment[spec.env] ?? spec.fallback);
    if (spec.required && (value === null || value === "")) {
      throw new UsageError(`--${spec.flag} is missing; give it, or set ${spec.env}.`);
    }
    values.set(spec.flag, value);
  }
  return { positionals: parsed.positionals, get: (flag) => values.get(flag) ?? null };
}

/** The options as lines of a help text. */
export function describeOptions(specs: readonly OptionSpec[]): string {
  const left = specs.map((spec) => `--${spec.flag} <${spec.value}>`);
  const width = Math.max(...left.map((text) => text.length)) + 2;
  return specs
    .map((spec, index) => {
      const fallback = spec.fallback === null ? "" : `; default ${spec.fallback}`;
      return `  ${(left[index] ?? "").padEnd(width)}${spec.help} (env ${spec.env}${fallback})`;
    })
    .join("\n");
}

/** A whole number of an option. @throws UsageError when it is something else. */
export function wholeNumber(flag: string, text: string, max: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= max) return value;
  throw new UsageError(`--${flag} must be a whole number up to ${max}, not "${text}".`);
}
