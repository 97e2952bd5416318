import { describe, expect, it } from "vitest";
import type { TokenInfo } from "../../../data/ownership.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { personalTokenAt, personFigures } from "./person-view.ts";

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
