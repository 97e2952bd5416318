import { expect, it } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, wallets } from "../../../data/testing/trio.ts";
import { leastDuration } from "./least-duration.ts";

it.each([
  [0n, 0n],
  [1n, 0n],
  [2n, 86_400n],
])("with %s of about a thousand shares in a pool, a gain takes %s seconds at least", (pooled, duration) => {
  const snapshot = sampleSnapshot(
    [{ address: tokens.ada, name: "Ada", symbol: "ADA", person: wallets.ada }],
    [
      { token: tokens.ada, holder: wallets.ada, balance: 999n * ONE },
      { token: tokens.ada, holder: sampleAddress(9), balance: pooled * ONE, class: "EXCLUDED" },
    ],
  );
  const token = snapshot.tokens.get(tokens.ada);
  expect(token && leastDuration(token)).toBe(duration);
});
