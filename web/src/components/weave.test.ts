import fc from "fast-check";
import { expect, test } from "vitest";
import { weaveOf } from "./weave.ts";

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
const address = fc
  .array(fc.constantFrom(..."0123456789abcdef"), { minLength: 40, maxLength: 40 })
  .map((digits) => `0x${digits.join("")}`);

/** Crossings that a path draws. */
const pieces = (path: string): number => path.split("M").length - 1;

test("an address keeps its cloth", () => {
  const [warp, accent] = weaveOf(ADA, "person", 6);
  expect(warp?.fill).toMatchInlineSnapshot(`"oklch(0.43 0.15 19)"`);
  expect(accent?.fill).toMatchInlineSnapshot(`"oklch(0.56 0.17 19)"`);
  expect(weaveOf(ADA, "person", 10).map(({ path }) => pieces(path))).toMatchInlineSnapshot(`
    [
      38,
      16,
      30,
      16,
    ]
  `);
});

test("upper and lower case are one address", () => {
  expect(weaveOf(ADA.toUpperCase(), "network", 10)).toEqual(weaveOf(ADA, "network", 10));
});

test("every crossing is drawn once, and both directions show", () => {
  fc.assert(
    fc.property(
      address,
      fc.constantFrom("person", "network", "pool"),
      fc.constantFrom(6, 10),
      (of, kind, crossings) => {
        const strands = weaveOf(of, kind, crossings);
        const drawn = strands.reduce((sum, { path }) => sum + pieces(path), 0);
        expect(drawn).toBe(crossings * crossings);
        expect(strands.length).toBeGreaterThanOrEqual(3);
      },
    ),
  );
});

test("kinds keep to their hues", () => {
  const hues = { person: [345, 392], network: [262, 292], pool: [168, 186] } as const;
  fc.assert(
    fc.property(address, fc.constantFrom("person", "network", "pool"), (of, kind) => {
      const hue = Number(/ ([\d.]+)\)$/.exec(weaveOf(of, kind, 10)[0]?.fill ?? "")?.[1]);
      const [from, to] = hues[kind];
      expect((hue - from + 720) % 360).toBeLessThanOrEqual(to - from);
    }),
  );
});

test("addresses that differ in one digit look different", () => {
  const other = `${ADA.slice(0, -1)}7`;
  expect(weaveOf(other, "person", 10)).not.toEqual(weaveOf(ADA, "person", 10));
});
