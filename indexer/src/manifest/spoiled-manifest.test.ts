import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { ManifestError } from "../errors/manifest-error.ts";
import { parseAbi } from "./parse-abi.ts";
import { readManifest } from "./read-manifest.ts";

let folder: string;
let source: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manifest-"));
  await cp(dirname(builtManifest("features")), folder, { recursive: true });
  source = await readFile(join(folder, "subgraph.yaml"), "utf8");
});

afterAll(() => rm(folder, { recursive: true }));

const TEXTS = [
  "",
  "null",
  "-1",
  "[]",
  "{}",
  "&a",
  "*a",
  "!x",
  "0x",
  "99999999999999999999",
  "  ",
  "- ",
  ": ",
  "\0",
  "é",
  "'",
];

/** A change of one line: gone, doubled, moved, or with another value. */
const edit = fc.record({
  line: fc.nat(200),
  other: fc.nat(200),
  kind: fc.constantFrom("drop", "double", "swap", "value", "insert"),
  text: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 10 })),
});

function apply(
  lines: string[],
  { kind, line, other, text }: { line: number; other: number; kind: string; text: string },
) {
  const at = line % lines.length;
  const current = lines[at] ?? "";
  const second = other % lines.length;
  if (kind === "drop") lines.splice(at, 1);
  else if (kind === "double") lines.splice(at, 0, current);
  else if (kind === "value") lines[at] = current.replace(/: .*$/, `: ${text}`);
  else if (kind === "insert") lines[at] = `${current.slice(0, other % (current.length + 1))}${text}${current}`;
  else [lines[at], lines[second]] = [lines[second] ?? "", current];
}

test("a spoiled manifest is read or refused as a manifest, and nothing else", async () => {
  const path = join(folder, "spoiled.yaml");
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const lines = source.split("\n");
      for (const change of edits) apply(lines, change);
      await writeFile(path, lines.join("\n"));
      await readManifest(path).catch((error: unknown) => expect(error).toBeInstanceOf(ManifestError));
    }),
    { numRuns: 400 },
  );
});

test.for([
  [
    "aliases of aliases",
    `a: &a [x]\n${[..."bcdefghi"].map((n, i) => `${n}: &${n} [${Array(9).fill(`*${"abcdefgh"[i]}`)}]`).join("\n")}`,
  ],
  ["nesting without end", "[".repeat(100_000)],
  ["a list", "- a"],
  ["nothing", ""],
] as const)("%s is no manifest", async ([, text]) => {
  const path = join(folder, "strange.yaml");
  await writeFile(path, text);
  await expect(readManifest(path)).rejects.toBeInstanceOf(ManifestError);
});

const parameter = fc.letrec((tie) => ({
  parameter: fc.record(
    {
      name: fc.anything(),
      type: fc.oneof(
        fc.constantFrom("uint256", "tuple", "tuple[]", "uint7", "bytes33", "uint", "int8[3][]", "x"),
        fc.anything(),
      ),
      indexed: fc.anything(),
      components: fc.oneof({ maxDepth: 3 }, fc.anything(), fc.array(tie("parameter"), { maxLength: 3 })),
    },
    { requiredKeys: [] },
  ),
})).parameter;

test("a spoiled ABI is read or refused as part of a manifest, and nothing else", () => {
  const item = fc.record(
    {
      type: fc.oneof(fc.constantFrom("function", "event", "constructor", "fallback"), fc.anything()),
      name: fc.oneof(fc.string(), fc.anything()),
      inputs: fc.oneof(fc.array(parameter, { maxLength: 3 }), fc.anything()),
      outputs: fc.oneof(fc.array(parameter, { maxLength: 3 }), fc.anything()),
      stateMutability: fc.constantFrom("view", "undefined", 5),
      anonymous: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.array(item, { maxLength: 4 }), fc.anything(), fc.record({ abi: fc.array(item) })),
      (abi) => {
        let json: string;
        try {
          json = JSON.stringify(abi) ?? "undefined";
        } catch {
          return;
        }
        try {
          parseAbi("abi", json);
        } catch (error) {
          expect(error).toBeInstanceOf(ManifestError);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test("ABIs as compilers spell them in strange ways are taken", () => {
  const abi = [
    { type: "constructor", inputs: [] },
    { type: "constructor", inputs: [] },
    { type: "function", name: "f", stateMutability: "undefined", inputs: [{ name: "a", type: "uint", indexed: true }] },
    { type: "fallback" },
    { type: "event", name: "E", inputs: [{ type: "address", indexed: true }] },
  ];
  expect(parseAbi("abi", JSON.stringify(abi))).toMatchObject([
    { type: "function", name: "f", inputs: [{ name: "a", type: "uint256" }], outputs: [] },
    { type: "event", name: "E", inputs: [{ name: "", type: "address", indexed: true }] },
  ]);
});
