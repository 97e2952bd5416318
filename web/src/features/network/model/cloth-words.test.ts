import { describe, expect, it } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { clothView } from "./cloth-view.ts";
import { crossingWords } from "./cloth-words.ts";

describe("crossingWords", () => {
  const snapshot = trioSnapshot();
  const cloth = clothView(snapshot, tokens.trio, []);

  it("says what passes", () => {
    expect(crossingWords(cloth, "Trio", snapshot.protocol, 0, 1)).toEqual({
      before: "Of 100 ETH that Ada Okafor realizes, Trio pays",
      amount: "7.14 ETH",
      after: "to Ben Lindqvist",
    });
  });

  it("has nothing to say beside the cloth", () => {
    expect(crossingWords(cloth, "Trio", snapshot.protocol, 9, 0)).toBeUndefined();
    expect(crossingWords(cloth, "Trio", snapshot.protocol, 0, 9)).toBeUndefined();
  });
});
