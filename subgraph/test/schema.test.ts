import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DefinitionNode, Kind, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";

const SUBGRAPH = join(import.meta.dirname, "..");
const read = (file: string) => readFile(join(SUBGRAPH, file), "utf8");

interface Source {
  readonly name: string;
  readonly mapping: {
    readonly entities: readonly string[];
    readonly abis: readonly { readonly file: string }[];
    readonly eventHandlers: readonly { readonly event: string }[];
  };
}

/** Events that are not indexed: allowances are asked of the contract, the others say nothing new or are never emitted. */
const LEFT_OUT = ["Approval", "ContractURIUpdated", "EIP712DomainChanged", "Initialized", "ProposalQueued"];

const manifest = parseYaml(await read("subgraph.template.yaml"));
const sources = [...manifest.dataSources, ...manifest.templates].filter(
  ({ mapping }) => mapping.eventHandlers !== undefined,
) as Source[];
const { definitions } = parse(await read("schema.graphql"));

/** What a definition has that needs a description, itself included, by name. */
function describable(definition: DefinitionNode) {
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION) return [definition, ...(definition.values ?? [])];
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
    return [definition, ...(definition.fields ?? [])];
  return [];
}

describe("the manifest", () => {
  test.each(sources.map((source) => [source.name, source] as const))(
    "%s: every event has a handler",
    async (_, source) => {
      const [abi] = source.mapping.abis;
      const items: { type: string; name?: string }[] = JSON.parse(await read(String(abi?.file)));
      const events = items.filter(({ type }) => type === "event").map(({ name }) => String(name));
      const handled = source.mapping.eventHandlers.map(({ event }) => event.slice(0, event.indexOf("(")));
      const expected = events.filter((name) => !LEFT_OUT.includes(name));
      expect(expected.length).toBeGreaterThan(0);
      expect([...handled].sort()).toEqual([...new Set(expected)].sort());
    },
  );

  test("every entity is some source's", () => {
    const types = definitions.flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION ? [each] : []));
    // Aggregations are filled by the database.
    const written = types.filter(({ directives }) => !directives?.some(({ name }) => name.value === "aggregation"));
    const claimed = new Set(
      [...manifest.dataSources, ...manifest.templates].flatMap(({ mapping }) => mapping.entities),
    );
    expect([...claimed].sort()).toEqual(written.map(({ name }) => name.value).sort());
  });
});

test("every type, field and value of the schema has a description", () => {
  const bare = definitions.flatMap((definition) =>
    describable(definition)
      .filter(({ description }) => (description?.value ?? "").length < 5)
      .map(({ name }) => `${"name" in definition ? definition.name?.value : ""}: ${name.value}`),
  );
  expect(definitions.length).toBeGreaterThan(40);
  expect(bare).toEqual([]);
});
