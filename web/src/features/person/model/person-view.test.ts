import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TokenInfo } from "../../../data/ownership.ts";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { personalTokenAt, personFigures } from "./person-view.ts";
import { MOST_RECEIVERS, realizePreview } from "./realize-preview.ts";

const ninety = 90n * ONE;
const near = (a: bigint, b: bigint) => (a > b ? a - b : b - a) <= 10n;

describe("personalTokenAt", () => {
  const snapshot = trioSnapshot();

  it("finds the token by its address and by the person's wallet", () => {
    expect(personalTokenAt(snapshot, tokens.ada)?.name).toBe("Ada Okafor");
    expect(personalTokenAt(snapshot, wallets.ada)?.name).toBe("Ada Okafor");
  });

  it("finds nothing at a network or at a stranger's address", () => {
    expect(personalTokenAt(snapshot, tokens.trio)).toBeUndefined();
    expect(personalTokenAt(snapshot, sampleAddress(1))).toBeUndefined();
  });
});

describe("personFigures", () => {
  it("counts what rests with others: 90 less Ada's 78 3/7", () => {
    const snapshot = trioSnapshot({ adaRealized: ninety });
    const figures = personFigures(snapshot, personalTokenAt(snapshot, tokens.ada) as TokenInfo);
    expect(figures.realized).toBe(ninety);
    expect(near(figures.passedOn, (81n * ONE) / 7n)).toBe(true);
    expect(figures.heldByOthers).toBe(0.2);
    expect(near(figures.dueToHolders, ninety)).toBe(true);
  });

  it("is zero before any gain", () => {
    const snapshot = trioSnapshot();
    const figures = personFigures(snapshot, personalTokenAt(snapshot, tokens.ben) as TokenInfo);
    expect(figures).toEqual({ realized: 0n, passedOn: 0n, heldByOthers: 0.2, dueToHolders: 0n });
  });
});

describe("realizePreview", () => {
  it("is the worked example: Ada 78 3/7, Ben 6 3/7, Cleo 5 1/7", () => {
    const { receivers } = realizePreview(trioSnapshot(), tokens.ada, ninety);
    expect(receivers.map(({ account }) => account)).toEqual([wallets.ada, wallets.ben, wallets.cleo]);
    const [ada = 0n, ben = 0n, cleo = 0n] = receivers.map(({ amount }) => amount);
    expect(near(ada, (549n * ONE) / 7n) && near(ben, (45n * ONE) / 7n) && near(cleo, (36n * ONE) / 7n)).toBe(true);
  });

  it("adds up to the gain, to the wei", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 30n), (amount) => {
        const { receivers, others, trapped } = realizePreview(trioSnapshot(), tokens.cleo, amount);
        const listed = receivers.reduce((sum, receiver) => sum + receiver.amount, 0n);
        expect(listed + others.amount + trapped).toBe(amount);
      }),
      { numRuns: 25 },
    );
  });

  it("adds up small receivers", () => {
    const holdings = Array.from({ length: 12 }, (_, index) => ({
      token: tokens.ada,
      holder: sampleAddress(0x100 + index),
      balance: BigInt(50 - index) * ONE,
    }));
    const person = { address: tokens.ada, name: "Ada", symbol: "ADA", person: wallets.ada };
    const preview = realizePreview(sampleSnapshot([person], holdings), tokens.ada, ninety);
    expect(preview.receivers).toHaveLength(MOST_RECEIVERS - 1);
    expect(preview.others.count).toBe(5);
  });
});
