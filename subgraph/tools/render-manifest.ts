/** What a manifest says about one deployment. */
export interface ManifestFacts {
  /** The chain's name among graph nodes. */
  readonly network: string;
  /** Address of the registry. */
  readonly registry: `0x${string}`;
  /** Block in which the registry was deployed. */
  readonly startBlock: number;
}

/**
 * Fills in a manifest template.
 *
 * @throws Error when a place is left open or a fact has none.
 */
export function renderManifest(template: string, facts: ManifestFacts): string {
  let text = template.replace(/^(#.*\n)+/, "# Made from subgraph.template.yaml by tools/prepare.ts. Do not edit.\n");
  for (const [name, value] of Object.entries(facts)) {
    const place = `{{${name}}}`;
    if (!text.includes(place)) throw new Error(`The manifest template has no ${place}.`);
    text = text.replaceAll(place, String(value));
  }
  const open = text.match(/\{\{\w+\}\}/);
  if (open) throw new Error(`The manifest template asks for ${open[0]}, which nobody fills in.`);
  return text;
}
