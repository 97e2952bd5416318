/** Name of an exported file, which says as of which block it is: "weft-graph-block-198.csv". */
export function fileName(what: "graph" | "bods", block: number, extension: "csv" | "json" | "png"): string {
  return `weft-${what}-block-${block}.${extension}`;
}
