import { readFile, writeFile } from "node:fs/promises";
import { printApiSchema } from "../graphql/api-schema.ts";
import { parseSchema } from "../schema/parse-schema.ts";
import { describeOptions, type OptionSpec, parseOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

const OPTIONS: readonly OptionSpec[] = [
  {
    flag: "out",
    env: "INDEXER_SCHEMA_OUT",
    value: "file",
    help: "where to write the schema instead of the terminal",
    fallback: null,
    required: false,
  },
];

/** Help of `weft-indexer schema`. */
export const SCHEMA_HELP = `Usage: weft-indexer schema <schema.graphql> [--out <file>]

Prints the GraphQL schema that queries of a subgraph see, for code generators.

${describeOptions(OPTIONS)}
`;

async function readSource(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new UsageError(`Cannot read "${path}".`, { cause });
  }
}

/** `weft-indexer schema`. @throws UsageError on a wrong command line; SchemaError when the schema is wrong. */
export async function schemaCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { get, positionals } = parseOptions(OPTIONS, args, environment);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError("Name one schema.graphql.");
  const printed = `${printApiSchema(parseSchema(await readSource(path))).trimEnd()}\n`;
  const out = get("out");
  if (out === null) process.stdout.write(printed);
  else await writeFile(out, printed);
}
