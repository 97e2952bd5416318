import { parse, visit } from "graphql";
import { ManifestError, UnsupportedFeatureError } from "../errors/manifest-error.ts";
import type { YamlNode } from "./yaml-node.ts";

/** Every name that graph-node knows for a manifest's `features`. */
const FEATURES = [
  "nonFatalErrors",
  "grafting",
  "fullTextSearch",
  "ipfsOnEthereumContracts",
  "aggregations",
  "declaredEthCalls",
  "immutableEntities",
  "bytesAsIds",
];

/** Whether a schema has a full-text search; one that cannot be parsed is refused elsewhere. */
function hasFullText(schema: string): boolean {
  let found = false;
  try {
    visit(parse(schema), {
      Directive(node) {
        if (node.name.value === "fulltext") found = true;
      },
    });
  } catch {
    return false;
  }
  return found;
}

/** Refuses a feature that is used but not declared, in graph-node's words. @throws ManifestError */
export function requireFeature(declared: ReadonlySet<string>, feature: string): void {
  if (declared.has(feature)) return;
  throw new ManifestError(
    "features",
    `The feature \`${feature}\` is used by the subgraph but it is not declared in the manifest. ` +
      `Add \`${feature}\` to \`features\`.`,
  );
}

/**
 * Reads `features` and demands, as graph-node does, that a full-text search of the schema is declared.
 * @throws ManifestError for unknown names and undeclared features, UnsupportedFeatureError for grafting.
 */
export function readFeatures(root: YamlNode, schema: string): ReadonlySet<string> {
  const declared = new Set<string>();
  for (const feature of root.at("features").list()) {
    const name = feature.text();
    if (!FEATURES.includes(name)) {
      throw new ManifestError(feature.place, `unknown feature "${name}"; graph-node knows ${FEATURES.join(", ")}.`);
    }
    declared.add(name);
  }
  if (root.at("graft").exists() || declared.has("grafting")) throw new UnsupportedFeatureError("graft", "Grafting");
  if (hasFullText(schema)) requireFeature(declared, "fullTextSearch");
  return declared;
}
