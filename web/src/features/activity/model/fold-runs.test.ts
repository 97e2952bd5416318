import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { ActivityEntry } from "../../../data/activity/activity-entry.ts";
import { foldRuns } from "./fold-runs.ts";

const entry = (id: number, kind: ActivityEntry["kind"], transaction: string, amount = 1n): ActivityEntry => ({
  id: String(id),
  kind,
  timestamp: 0,
  block: 1,
  transaction,
  actor: "0x01",
  token: "0x02",
  amount,
});

it("folds a settlement behind the largest of what tokens took in", () => {
  const entries = [
    entry(1, "payment", "0xa"),
    ...[3n, 9n, 2n, 1n].map((amount, index) => entry(2 + index, "harvest", "0xa", amount)),
    entry(6, "harvest", "0xb"),
  ];
  expect(foldRuns(entries).map((run) => [run.entry.id, run.folded.map(({ id }) => id)])).toEqual([
    ["1", []],
    ["3", ["2", "4", "5"]],
    ["6", []],
  ]);
});

it("leaves three as they are", () => {
  const entries = [1, 2, 3].map((id) => entry(id, "harvest", "0xa"));
  expect(foldRuns(entries)).toEqual(entries.map((one) => ({ entry: one, folded: [] })));
});

it("loses nothing, and folds only what tokens took in within one transaction", () => {
  const one = fc.record({
    kind: fc.constantFrom("harvest" as const, "payment" as const),
    transaction: fc.constantFrom("", "0xa", "0xb"),
    amount: fc.bigInt(0n, 5n),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (facts) => {
      const entries = facts.map(({ kind, transaction, amount }, id) => entry(id, kind, transaction, amount));
      const runs = foldRuns(entries);
      const told = runs.flatMap((run) => [run.entry, ...run.folded]);
      expect(told.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(entries.map((_, id) => id));
      for (const { entry: first, folded } of runs) {
        for (const other of folded) {
          expect([other.kind, other.transaction]).toEqual(["harvest", first.transaction]);
          expect((other.amount ?? 0n) <= (first.amount ?? 0n)).toBe(true);
        }
      }
    }),
  );
});
