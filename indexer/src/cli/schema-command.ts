import { readFile, writeFile } from "node:fs/promises";
import { printApiSchema } from "../graphql/api-schema.ts";
import { parseSchema } from "../schema/parse-schema.ts";
import { describeSettings } from "./config/describe-settings.ts";
import { type Environment, readConfig } from "./config/read-config.ts";
import type { Settings } from "./config/setting.ts";
import { UsageError } from "./usage-error.ts";

const SETTINGS = {
  out: { kind: { type: "path", placeholder: "file" }, help: "where to write the schema instead of the terminal" },
} as const satisfies Settings;

/** Help of `weft-indexer schema`. */
export const SCHEMA_HELP = `Usage: weft-indexer schema <schema.graphql> [--out <file>]

Prints the GraphQL schema that queries of a subgraph see, for code generators.

${describeSettings(SETTINGS)}
`;

async function readSource(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new UsageError(`Cannot read "${path}".`, { cause });
  }
}

async function writeResult(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new UsageError(`Cannot write "${path}".`, { cause });
  }
}

/** `weft-indexer schema`. @throws UsageError on a wrong command line; SchemaError when the schema is wrong. */
export async function schemaCommand(args: readonly string[], _environment: Environment): Promise<void> {
  const { positionals, values } = readConfig(SETTINGS, args, {});
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError("Name one schema.graphql.");
  const printed = `${printApiSchema(parseSchema(await readSource(path))).trimEnd()}\n`;
  if (values.out === undefined) process.stdout.write(printed);
  else await writeResult(values.out, printed);
}
