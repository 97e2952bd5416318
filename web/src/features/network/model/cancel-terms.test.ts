import { describe, expect, it } from "vitest";
import type { ExitTerms, OfferedTerms } from "../../../data/network.ts";
import { sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { cancelPlan, rightToCancel } from "./cancel-terms.ts";
import { sampleEntry, sampleExit, sampleFounding } from "./testing.ts";

const snapshot = trioSnapshot();
const stranger = sampleAddress(9);
const right = (terms: OfferedTerms | ExitTerms, account: `0x${string}` | undefined, now = 150) =>
  rightToCancel(snapshot, terms, account, now);

describe("rightToCancel", () => {
  it("is the sponsor's and the member's person's on the way in", () => {
    expect(right(sampleEntry, wallets.ben)).toBe("sponsor");
    expect(right(sampleEntry, wallets.ada)).toBe("member");
    expect(right({ ...sampleEntry, account: wallets.cleo }, wallets.cleo)).toBeUndefined();
  });

  it("is the sponsor's, the leaver's and the leaver's person's on the way out, not the member's", () => {
    const forCleo = { ...sampleExit, account: tokens.cleo, sponsor: wallets.ben };
    expect(right(forCleo, wallets.cleo)).toBe("leaver");
    expect(right({ ...forCleo, account: stranger }, stranger)).toBe("leaver");
    expect(right(forCleo, wallets.ben)).toBe("sponsor");
    expect(right(forCleo, wallets.ada)).toBeUndefined();
  });

  it("is nobody's over founding terms, nor of a stranger, nor when nothing can be done under them", () => {
    expect(right({ ...sampleFounding, status: "open", used: 0n }, wallets.ada)).toBeUndefined();
    expect(right(sampleEntry, stranger)).toBeUndefined();
    expect(right(sampleEntry, undefined)).toBeUndefined();
    expect(right(sampleEntry, wallets.ben, 200)).toBe("sponsor");
    expect(right(sampleEntry, wallets.ben, 201)).toBeUndefined();
    expect(right({ ...sampleEntry, used: sampleEntry.cap }, wallets.ben)).toBeUndefined();
    expect(right({ ...sampleEntry, status: "cancelled" }, wallets.ben)).toBeUndefined();
  });
});

describe("cancelPlan", () => {
  it("cancels by number", () => {
    const network = snapshot.tokens.get(tokens.trio);
    if (!network) throw new Error("the trio has a network");
    const [step] = cancelPlan(network, 3).steps;
    expect(step?.request).toMatchObject({ address: tokens.trio, functionName: "cancelTerms", args: [3n] });
  });
});
