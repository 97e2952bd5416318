/** What a manifest says about one deployment. */
export interface ManifestFacts {
  /** The chain's name among graph nodes. */
  readonly network: string;
  /** Address of the registry. */
  readonly registry: `0x${string}`;
  /** Address of the contract that settles. */
  readonly settlement: `0x${string}`;
  /** Block in which the registry was deployed. */
  readonly startBlock: number;
}

/**
 * Fills in a manifest template: `$name` stands for the fact of that name.
 *
 * @throws Error when a place is left open or a fact has none.
 */
export function renderManifest(template: string, facts: ManifestFacts): string {
  const values = new Map<string, string | number>(Object.entries(facts));
  const used = new Set<string>();
  const body = template.replace(/^(#.*\n)+/, "");
  const text = body.replace(/\$(\w+)/g, (place, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The manifest template asks for ${place}, which nobody fills in.`);
    used.add(name);
    return String(value);
  });
  for (const name of values.keys()) {
    if (!used.has(name)) throw new Error(`The manifest template has no $${name}.`);
  }
  return `# Made from subgraph.template.yaml by tools/prepare.ts. Do not edit.\n${text}`;
}
