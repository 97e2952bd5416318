#!/usr/bin/env node
import { IndexerError } from "../errors/indexer-error.ts";
import { messageChain } from "../errors/message-chain.ts";
import { VERSION } from "../version.ts";
import { CHECK_HELP, checkCommand } from "./check-command.ts";
import { suggestion } from "./config/nearest-name.ts";
import { RUN_HELP, runCommand } from "./run-command.ts";
import { SCHEMA_HELP, schemaCommand } from "./schema-command.ts";
import { UsageError } from "./usage-error.ts";

const HELP = `Usage: weft-indexer <command>

An embedded graph node: runs the output of graph build with no Docker, IPFS or native database.

  run <subgraph.yaml>      index a built subgraph and serve its GraphQL
  check <subgraph.yaml>    tell what a built subgraph is, and what would fail, without running it
  schema <schema.graphql>  print the GraphQL schema that queries see

weft-indexer <command> --help tells more, weft-indexer --version which version this is.
Ends with 0 when all went well, with 2 on a wrong command line, else with 1.
`;

const COMMANDS = new Map([
  ["run", { help: RUN_HELP, run: runCommand }],
  ["check", { help: CHECK_HELP, run: checkCommand }],
  ["schema", { help: SCHEMA_HELP, run: schemaCommand }],
]);

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  const command = COMMANDS.get(name ?? "");
  if (args.includes("--help") || args.includes("-h") || name === undefined || name === "help") {
    const asked = name === "help" ? COMMANDS.get(rest[0] ?? "") : command;
    process.stdout.write(asked?.help ?? HELP);
    return;
  }
  if (name === "--version" || name === "-v") {
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  if (command === undefined) {
    throw new UsageError(
      `There is no command "${name}".${suggestion(name, [...COMMANDS.keys()])} See weft-indexer --help.`,
    );
  }
  await command.run(rest, process.env);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  // What went wrong on purpose is for people; anything else is a defect and keeps its stack.
  console.error(error instanceof IndexerError ? messageChain(error) : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
