import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundingDays, foundingEnd } from "./founding-end.ts";

const local = (...parts: [number, number, number, number?, number?, number?]) =>
  Math.floor(new Date(parts[0], parts[1] - 1, ...(parts.slice(2) as [number])).getTime() / 1000);
const now = local(2026, 11, 23, 10, 30);

describe("foundingDays", () => {
  it("begins tomorrow and suggests two weeks", () => {
    expect(foundingDays(now)).toEqual({ first: "2026-11-24", last: "2026-12-22", suggested: "2026-12-07" });
  });
});

describe("foundingEnd", () => {
  it("is the last second of the day here", () => {
    expect(foundingEnd("2026-12-07", now)).toBe(local(2026, 12, 8) - 1);
  });

  it.each(["2026-11-23", "2026-12-23", "", "soon", "2026-12-7", "2026-12-07T00:00"])("refuses “%s”", (day) => {
    expect(foundingEnd(day, now)).toBeUndefined();
  });

  it("is always in the future and never later than the contract takes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000, max: 2_200_000_000 }), (time) => {
        for (const day of Object.values(foundingDays(time))) {
          const end = foundingEnd(day, time) ?? 0;
          expect(end).toBeGreaterThan(time);
          expect(end).toBeLessThanOrEqual(time + 30 * 86_400);
        }
      }),
    );
  });
});
