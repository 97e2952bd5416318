import { fromRoot } from "../paths.ts";
import { runCommand, toolOf } from "../process/run-command.ts";
import { fingerprint } from "./fingerprint.ts";
import { makeIfStale } from "./make-if-stale.ts";

const SOURCES = [
  "abis/json",
  "subgraph/src",
  "subgraph/tools",
  "subgraph/schema.graphql",
  "subgraph/subgraph.template.yaml",
  "subgraph/networks.json",
  "subgraph/package.json",
];

/** Generates the subgraph's types and builds it if its sources changed. Tells whether it built. */
export async function ensureSubgraph(signal?: AbortSignal): Promise<boolean> {
  const cwd = fromRoot("subgraph");
  const graph = toolOf("subgraph", "graph");
  return makeIfStale({
    folder: "subgraph/build",
    name: "subgraph",
    fingerprint: await fingerprint(SOURCES),
    make: async () => {
      await runCommand({ command: process.execPath, args: ["tools/prepare.ts"], cwd, signal });
      await runCommand({ command: graph, args: ["codegen"], cwd, signal });
      await runCommand({ command: graph, args: ["build"], cwd, signal });
    },
  });
}
