import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, daysOf, isDay, PERIODS, periodOf, startOfDay } from "./period.ts";

const at = (year: number, month: number, day: number, hour = 0): number =>
  new Date(year, month - 1, day, hour).getTime() / 1000;
const moment = fc.integer({ min: at(2001, 1, 1), max: at(2090, 1, 1) });

describe("daysOf", () => {
  const times = { now: at(2026, 3, 15, 13), beginning: at(2025, 11, 2, 9) };

  it.each([
    ["this-month", "2026-03-01", "2026-03-15"],
    ["last-month", "2026-02-01", "2026-02-28"],
    ["this-year", "2026-01-01", "2026-03-15"],
    ["last-year", "2025-01-01", "2025-12-31"],
    ["all", "2025-11-02", "2026-03-15"],
    ["dates", "2025-11-02", "2026-03-15"],
  ] as const)("knows %s", (name, first, last) => {
    expect(daysOf(name, {}, times)).toEqual({ first, last });
  });

  it("takes own dates", () => {
    const own = { from: "2024-02-29", to: "2024-03-01" };
    expect(daysOf("dates", own, times)).toEqual({ first: "2024-02-29", last: "2024-03-01" });
  });

  it("goes back from January to December", () => {
    const january = { now: at(2026, 1, 31), beginning: 0 };
    expect(daysOf("last-month", {}, january)).toEqual({ first: "2025-12-01", last: "2025-12-31" });
  });

  it("always makes a period that today, the past month or the past year lies in", () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...PERIODS), (now, name) => {
        const { start = Number.NaN, end = Number.NaN } =
          periodOf(daysOf(name, {}, { now, beginning: now - 400 * 86_400 })) ?? {};
        expect(start).toBeLessThan(end);
        if (!name.startsWith("last")) expect(start <= now && now < end).toBe(true);
        else expect(end).toBeLessThanOrEqual(now);
      }),
    );
  });
});

describe("days", () => {
  it("hold every moment exactly once", () => {
    fc.assert(
      fc.property(moment, (time) => {
        const day = dayOf(time);
        const { start = Number.NaN, end = Number.NaN } = periodOf({ first: day, last: day }) ?? {};
        expect(start <= time && time < end).toBe(true);
        expect(dayOf(end)).not.toBe(day);
        expect(startOfDay(dayOf(end))).toBe(end);
      }),
    );
  });

  it.each(["", "2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "yesterday"])("refuse %s", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("are no period when the last is before the first", () => {
    expect(periodOf({ first: "2026-03-02", last: "2026-03-01" })).toBeUndefined();
  });
});
