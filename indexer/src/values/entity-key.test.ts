import { expect, test } from "vitest";
import { fromEntityKey, toEntityKey } from "./entity-key.ts";

test.for([-(2n ** 63n), -1n, 0n, 2n ** 63n - 1n])("the Int8 id %s is the same as key and back", (id) => {
  expect(fromEntityKey(toEntityKey(id, "Int8"), "Int8")).toBe(id);
});

test.for([-(2n ** 63n) - 1n, 2n ** 63n])("%s is no Int8 id", (id) => {
  expect(() => fromEntityKey(id.toString(), "Int8")).toThrow(`\`${id}\` is no id of type Int8`);
});
