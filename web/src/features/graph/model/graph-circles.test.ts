import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphCircles } from "./graph-circles.ts";
import { graphView } from "./graph-view.ts";

const circlesOf = (snapshot: ReturnType<typeof trioSnapshot>) => graphCircles(snapshot, graphView(snapshot));

describe("graphCircles", () => {
  test("the worked example has a circle of two", () => {
    expect(circlesOf(trioSnapshot())).toEqual([
      {
        id: `${tokens.cleo} ${tokens.trio}`,
        members: [tokens.cleo, tokens.trio],
        closed: false,
        title: "circle of two",
        note: "6.7 % comes round again",
        explanation:
          "Trio owns a part of Cleo, and Cleo’s treasury a part of Trio. Each turn sends back 6.7 %, so it settles after a few.",
      },
    ]);
  });

  test("without Cleo's stake there is none", () => {
    expect(circlesOf(trioSnapshot({ cleoStaked: false }))).toEqual([]);
  });

  test("a circle that feeds nobody says so", () => {
    const [a, b] = [sampleAddress(1), sampleAddress(2)];
    const snapshot = sampleSnapshot(
      [
        { address: a, name: "Left", symbol: "L" },
        { address: b, name: "Right", symbol: "R" },
      ],
      [
        { token: a, holder: b, balance: ONE },
        { token: b, holder: a, balance: ONE },
      ],
    );
    expect(circlesOf(snapshot)).toMatchObject([
      {
        closed: true,
        title: "money gets stuck here",
        note: "a closed circle of two",
        explanation: "Every share of Left and Right is held within the circle, so what comes in never reaches anybody.",
      },
    ]);
  });

  test("larger circles name a few members and give the most that comes round", () => {
    const ids = [1, 2, 3, 4, 5].map(sampleAddress);
    const outside = sampleAddress(9);
    const snapshot = sampleSnapshot(
      ids.map((address, i) => ({ address, name: `N${i}`, symbol: `N${i}` })),
      ids.flatMap((token, i) => [
        { token, holder: ids[(i + 1) % ids.length] as `0x${string}`, balance: ONE },
        { token, holder: outside, balance: ONE },
      ]),
    );
    const [circle] = circlesOf(snapshot);
    expect(circle?.title).toBe("circle of five");
    expect(circle?.note).toBe("up to 3.1 % comes round again");
    expect(circle?.explanation).toContain("N0, N1, N2 and two more");
  });
});
