import fc from "fast-check";
import { expect, test } from "vitest";
import { createIdFilter } from "./id-filter.ts";

test("knows everything that was added", () => {
  const filter = createIdFilter();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (ids) => {
      for (const id of ids) filter.add(id);
      expect(ids.every((id) => filter.mayHave(id))).toBe(true);
    }),
  );
});

test.for([
  ["addresses that count up", (index: number) => `Account\0${"0x"}${index.toString(16).padStart(40, "0")}`],
  [
    "addresses that differ in front",
    (index: number) => `Account\0${`0x${index.toString(16).padStart(8, "0")}`.padEnd(42, "0")}`,
  ],
  ["numbers", (index: number) => `Block\0${index}`],
] as const)("hardly ever takes others for members: %s", ([, id]) => {
  const filter = createIdFilter();
  for (let index = 0; index < 200_000; index++) filter.add(id(2 * index));
  let mistaken = 0;
  for (let index = 0; index < 200_000; index++) if (filter.mayHave(id(2 * index + 1))) mistaken++;
  expect(mistaken).toBeLessThan(200);
});
