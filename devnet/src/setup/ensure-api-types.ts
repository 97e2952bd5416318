import { mkdir, readFile, writeFile } from "node:fs/promises";
import { printApiSchema } from "@weft/indexer";
import { parseSchema } from "../../../indexer/src/schema/parse-schema.ts";
import { fromRoot } from "../paths.ts";
import { runCommand, toolOf } from "../process/run-command.ts";
import { fingerprint } from "./fingerprint.ts";
import { makeIfStale } from "./make-if-stale.ts";

const SOURCES = ["subgraph/schema.graphql", "indexer/src/schema", "indexer/src/graphql", "web/tsconfig.json"];
const FOLDER = "web/src/generated";

/**
 * Writes the API's schema, as the indexer generates it from the subgraph's, and the types of the dApp's queries from
 * it, if either changed. Tells whether it wrote.
 */
export async function ensureApiTypes(signal?: AbortSignal): Promise<boolean> {
  return makeIfStale({
    folder: FOLDER,
    name: "api-types",
    fingerprint: await fingerprint(SOURCES),
    make: async () => {
      const schema = await readFile(fromRoot("subgraph", "schema.graphql"), "utf8");
      await mkdir(fromRoot(FOLDER), { recursive: true });
      await writeFile(fromRoot(FOLDER, "schema.graphql"), printApiSchema(parseSchema(schema)));
      await runCommand({
        command: toolOf("web", "gql.tada"),
        args: ["generate-output"],
        cwd: fromRoot("web"),
        signal,
      });
    },
  });
}
