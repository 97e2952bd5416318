import { describe, expect, it } from "vitest";
import type { ActivityEntry } from "../../../data/activity/activity-entry.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { activityCsv } from "./activity-csv.ts";
import { byDay } from "./day-of.ts";
import { whoIs } from "./who-is.ts";

const gain: ActivityEntry = {
  id: "0x1",
  kind: "gain",
  timestamp: 1_700_000_000,
  block: 7,
  transaction: "0xf",
  actor: wallets.ada,
  token: tokens.ada,
  amount: 1n,
  text: "=HYPERLINK(1)",
};

describe("activityCsv", () => {
  it("writes every digit, names beside addresses, and no formula", () => {
    const [, line] = activityCsv([gain], trioSnapshot()).split("\r\n");
    expect(line).toBe(
      `2023-11-14T22:13:20.000Z,7,gain,Ada Okafor,${wallets.ada},Ada Okafor,${tokens.ada},,,0.000000000000000001,ETH,,,,'=HYPERLINK(1),0xf`,
    );
  });
});

describe("byDay", () => {
  it("keeps the order within each day", () => {
    const at = (id: string, timestamp: number) => ({ ...gain, id, timestamp });
    const days = byDay([at("c", 1_700_000_500), at("b", 1_700_000_000), at("a", 1_600_000_000)]);
    expect(days.map(({ entries }) => entries.map(({ id }) => id))).toEqual([["c", "b"], ["a"]]);
  });
});

describe("whoIs", () => {
  it("takes a person’s wallet and token for one, whichever the link names", () => {
    const snapshot = trioSnapshot();
    expect(whoIs(snapshot, tokens.ada)).toEqual([tokens.ada, wallets.ada]);
    expect(whoIs(snapshot, wallets.ada)).toEqual([wallets.ada, tokens.ada]);
    expect(whoIs(snapshot, tokens.trio)).toEqual([tokens.trio]);
    expect(whoIs(snapshot, undefined)).toBeUndefined();
  });
});
