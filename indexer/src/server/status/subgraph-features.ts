import type { Manifest, Mapping } from "../../manifest/manifest.ts";

/** What a build uses, as the status API tells it. */
export interface SubgraphFeatures {
  readonly apiVersion: string | null;
  readonly specVersion: string;
  readonly features: readonly string[];
  readonly dataSources: readonly string[];
  readonly handlers: readonly string[];
  readonly network: string;
}

/** Kinds of a mapping's handlers, under graph-node's names. */
function handlersOf({ blockHandlers, callHandlers, eventHandlers }: Mapping): readonly string[] {
  const filtered = blockHandlers.filter(({ filter }) => filter.kind !== "every");
  return [
    ...(eventHandlers.length > 0 ? ["event"] : []),
    ...(callHandlers.length > 0 ? ["call"] : []),
    ...(blockHandlers.length > 0 ? ["block"] : []),
    ...filtered.map(({ filter }) => `block_filter_${filter.kind}`),
  ];
}

/** Reads from a manifest what a build uses. */
export function subgraphFeatures(manifest: Manifest): SubgraphFeatures {
  const mappings = [...manifest.dataSources, ...manifest.templates.values()];
  const newest = Math.max(...mappings.map((mapping) => mapping.apiVersion.patch));
  return {
    apiVersion: `0.0.${newest}`,
    specVersion: manifest.specVersion,
    features: [...manifest.features],
    dataSources: [...new Set(mappings.map((mapping) => mapping.kind))],
    handlers: [...new Set(mappings.flatMap(handlersOf))],
    network: manifest.network,
  };
}
