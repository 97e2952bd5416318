import { expect, test } from "vitest";
import { formatFloat } from "./format-float.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { YamlDocument } from "./yaml-value.ts";

const text = (value: string): YamlDocument => ({ kind: "String", value });
const number = (value: string): YamlDocument => ({ kind: "Number", value });

test("every kind of value", () => {
  const source = "a: !Pair [1, x]\n? [k]\n: ~\nb: true\nc: 'true'\nd: !!str e\n";
  expect(parseYaml(source)).toEqual({
    kind: "Object",
    value: [
      [text("a"), { kind: "Tagged", tag: "!Pair", value: { kind: "Array", value: [number("1"), text("x")] } }],
      [{ kind: "Array", value: [text("k")] }, { kind: "Null" }],
      [text("b"), { kind: "Bool", value: true }],
      [text("c"), text("true")],
      [text("d"), text("e")],
    ],
  });
});

test.for([
  ["12345678901234567890123456789", "12345678901234567890123456789"],
  ["-0x1f", "-0x1f"],
  ["0x1f", "31"],
  ["0o17", "15"],
  ["+7", "7"],
  ["1.50", "1.5"],
  ["1e3", "1000.0"],
  [".inf", ".inf"],
] as const)("the number %s is the text %s", ([source, expected]) => {
  const value = parseYaml(source);
  expect(value !== null && "value" in value ? value.value : null).toBe(expected);
});

test.for([
  [1e16, "1e16"],
  [123_456.75, "123456.75"],
  [1e15, "1000000000000000.0"],
  [0.00001, "0.00001"],
  [0.000001, "1e-6"],
  [-1.5e-9, "-1.5e-9"],
  [Number.NaN, ".nan"],
  [-0, "-0.0"],
] as const)("%d is written %s", ([value, expected]) => {
  expect(formatFloat(value)).toBe(expected);
});

test("aliases stand for what they name", () => {
  expect(parseYaml("- &a [x]\n- *a\n")).toEqual({
    kind: "Array",
    value: [
      { kind: "Array", value: [text("x")] },
      { kind: "Array", value: [text("x")] },
    ],
  });
});

/** Nine levels of lists of nine aliases each: 9⁹ values. */
function bomb(): string {
  const names = [..."abcdefghij"];
  const lists = names.slice(1).map((name, index) => `- &${name} [${Array(9).fill(`*${names[index]}`).join(",")}]`);
  return ["- &a [x]", ...lists].join("\n");
}

test.for([
  ["broken text", "a: [1"],
  ["the same key twice", "a: 1\na: 2"],
  ["two documents", "a\n---\nb"],
  ["an alias of nothing", "*a"],
  ["an alias of itself", "&a [*a]"],
  ["nesting without end", "[".repeat(50_000)],
  ["aliases of aliases", bomb()],
] as const)("%s is refused", ([, source]) => {
  expect(parseYaml(source)).toBeNull();
});
