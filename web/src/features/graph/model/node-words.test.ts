import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphView } from "./graph-view.ts";
import { nodeWords } from "./node-words.ts";

describe("nodeWords", () => {
  test("says who it is, who holds it and what it holds", () => {
    const view = graphView(trioSnapshot());
    expect(nodeWords(view, view.threads).get(tokens.ada)).toBe(
      "Ada Okafor, person. Held by Trio 20.0 %. Holds Trio 33.3 %",
    );
  });

  test("counts what would be too much to hear", () => {
    const token = sampleAddress(1);
    const view = graphView(
      sampleSnapshot(
        [{ address: token, name: "Harbour", symbol: "HARB" }],
        [2, 3, 4, 5, 6, 7].map((holder) => ({ token, holder: sampleAddress(holder), balance: ONE })),
      ),
    );
    expect(nodeWords(view, view.threads).get(token)).toMatch(/^Harbour, network\. Held by .* and two more$/);
    expect(nodeWords(view, []).get(token)).toBe("Harbour, network");
  });
});
