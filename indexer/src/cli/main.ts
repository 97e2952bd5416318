#!/usr/bin/env node
import { IndexerError } from "../errors/indexer-error.ts";
import { messageChain } from "../errors/message-chain.ts";
import { RUN_HELP, runCommand } from "./run-command.ts";
import { SCHEMA_HELP, schemaCommand } from "./schema-command.ts";
import { UsageError } from "./usage-error.ts";

const HELP = `Usage: weft-indexer <command>

An embedded graph node: runs the output of graph build with no Docker, IPFS or native database.

  run <subgraph.yaml>      index a built subgraph and serve its GraphQL
  schema <schema.graphql>  print the GraphQL schema that queries see

weft-indexer <command> --help tells more.
`;

const COMMANDS = new Map([
  ["run", { help: RUN_HELP, run: runCommand }],
  ["schema", { help: SCHEMA_HELP, run: schemaCommand }],
]);

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  const command = COMMANDS.get(name ?? "");
  if (args.includes("--help") || args.includes("-h") || name === undefined) {
    process.stdout.write(command?.help ?? HELP);
    return;
  }
  if (command === undefined) throw new UsageError(`There is no command "${name}"; see weft-indexer --help.`);
  await command.run(rest, process.env);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  // What went wrong on purpose is for people; anything else is a defect and keeps its stack.
  console.error(error instanceof IndexerError ? messageChain(error) : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
