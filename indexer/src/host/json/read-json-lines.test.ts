import { expect, test } from "vitest";
import { readJsonLines } from "./read-json-lines.ts";

test("each line is a value, empty ones are skipped, and broken ones fail", () => {
  expect([...readJsonLines(Buffer.from('1\n\n{"a":null}\n'))]).toEqual([
    { kind: "Number", value: "1" },
    { kind: "Object", value: [["a", { kind: "Null" }]] },
  ]);
  expect(() => [...readJsonLines(Buffer.from("1\n{"))]).toThrow("Failed to parse JSON line: `{`");
});
