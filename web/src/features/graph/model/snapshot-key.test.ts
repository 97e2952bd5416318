import { describe, expect, test } from "vitest";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { trioSnapshot } from "../../../data/testing/trio.ts";
import { snapshotKey } from "./snapshot-key.ts";

describe("snapshotKey", () => {
  const snapshot = trioSnapshot();

  test("stays when a block changes nothing that is owned", () => {
    const later = {
      ...snapshot,
      block: 101,
      timestamp: snapshot.timestamp + 2,
      holdings: [...snapshot.holdings].reverse(),
    };
    expect(snapshotKey(later)).toBe(snapshotKey(snapshot));
  });

  test("stays while income of shares that were given away is due: nothing of it is drawn", () => {
    expect(snapshotKey(trioSnapshot({ benEarnedBefore: ONE }))).toBe(snapshotKey(snapshot));
  });

  test("changes with a stake, and with income", () => {
    expect(snapshotKey(trioSnapshot({ cleoStaked: false }))).not.toBe(snapshotKey(snapshot));
    expect(snapshotKey(trioSnapshot({ adaRealized: ONE }))).not.toBe(snapshotKey(snapshot));
  });
});
