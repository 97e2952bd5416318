import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphAfter } from "./graph-after.ts";
import { partChanges } from "./part-changes.ts";
import { ONE, sampleAddress } from "./testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "./testing/trio.ts";

const stranger = sampleAddress(9);
const holder = fc.constantFrom(wallets.ada, wallets.ben, tokens.trio, stranger);

describe("graphAfter", () => {
  it("keeps supplies when shares only pass on, and adds what is new", () => {
    fc.assert(
      fc.property(holder, fc.bigInt(1n, 100_000n * ONE), fc.boolean(), (to, amount, passed) => {
        const moves = [
          { token: tokens.ada, holder: to, change: amount },
          ...(passed ? [{ token: tokens.ada, holder: wallets.ada, change: -amount }] : []),
        ];
        const ada = graphAfter(trioSnapshot(), moves).tokens.find(({ id }) => id === tokens.ada);
        const supply = 1_000_000n * ONE + (passed ? 0n : amount);
        expect(ada).toMatchObject({ totalSupply: supply, eligibleSupply: supply });
      }),
    );
  });
});

describe("partChanges", () => {
  it("says directly and in the end, before and after new shares", () => {
    const moves = [{ token: tokens.ada, holder: stranger, change: 1_000_000n * ONE }];
    const [ada, trio, other] = partChanges(trioSnapshot(), tokens.ada, moves, [wallets.ada, tokens.trio, stranger]);
    expect(ada?.before.direct).toBeCloseTo(0.8, 12);
    expect(ada?.after.direct).toBeCloseTo(0.4, 12);
    expect(ada?.before.inTheEnd).toBeCloseTo(549 / 630, 12);
    // What networks hold passes on: halved like the rest.
    expect(ada?.after.inTheEnd).toBeCloseTo(549 / 1260, 12);
    expect(trio?.before.direct).toBeCloseTo(0.2, 12);
    expect(trio?.after.direct).toBeCloseTo(0.1, 12);
    expect(other).toMatchObject({
      before: { balance: 0n, direct: 0, inTheEnd: 0 },
      after: { balance: 1_000_000n * ONE, direct: expect.closeTo(0.5, 12) },
    });
  });
});
