import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonDocument } from "./json-value.ts";
import { parseJson } from "./parse-json.ts";

test("numbers keep every digit and members their order", () => {
  expect(parseJson(' {"b": -922337203685077092345034, "1": [true, null, 1.50e-3]} ')).toEqual({
    kind: "Object",
    value: [
      ["b", { kind: "Number", value: "-922337203685077092345034" }],
      [
        "1",
        {
          kind: "Array",
          value: [{ kind: "Bool", value: true }, { kind: "Null" }, { kind: "Number", value: "1.50e-3" }],
        },
      ],
    ],
  });
});

test.for([
  "",
  "{",
  "[1,]",
  "[1 2]",
  '{"a" 1}',
  "{a:1}",
  "01",
  "1.",
  "+1",
  "nul",
  '"\u0001"',
  '"\\x"',
  "1 2",
  "[".repeat(200) + "]".repeat(200),
])("%j is no JSON", (source) => {
  expect(parseJson(source)).toBeNull();
});

function plain(value: JsonDocument | null): unknown {
  if (value === null || value.kind === "Null") return null;
  if (value.kind === "Array") return value.value.map(plain);
  if (value.kind === "Object") return Object.fromEntries(value.value.map(([key, member]) => [key, plain(member)]));
  return value.kind === "Number" ? Number(value.value) : value.value;
}

test("agrees with JSON.parse", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (source) => {
      fc.pre(!source.includes("__proto__"));
      expect(JSON.stringify(plain(parseJson(source)))).toBe(JSON.stringify(JSON.parse(source)));
    }),
  );
});
