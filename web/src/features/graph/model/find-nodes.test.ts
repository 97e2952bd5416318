import { expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { findNodes } from "./find-nodes.ts";
import { graphView } from "./graph-view.ts";

const [tomas, club, person, stranger] = [0xa1, 0xa2, 0xb1, 0xc1].map(sampleAddress) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
];
const view = graphView(
  sampleSnapshot(
    [
      { address: tomas, name: "Tomás Club", symbol: "TOMAS", person },
      { address: club, name: "Club of Tea", symbol: "TEA" },
    ],
    [
      { token: tomas, holder: person, balance: ONE },
      { token: club, holder: stranger, balance: ONE },
    ],
  ),
);
const found = (text: string) => findNodes(view, text).map((node) => node.id);

test("beginnings come before middles, whatever the accents and capitals", () => {
  expect(found("tomas")).toEqual([tomas]);
  expect(found("CLUB")).toEqual([club, tomas]);
  expect(found("tea")).toEqual([club]);
});

test("an address finds what is drawn there: the person for their wallet, a wallet without a token itself", () => {
  expect(found(person)).toEqual([tomas]);
  expect(found(stranger)).toEqual([stranger]);
  expect(found(tomas.toUpperCase().replace("0X", "0x"))).toEqual([tomas]);
});

test("nothing typed and nobody found are both nothing", () => {
  expect(found("  ")).toEqual([]);
  expect(found("zzz")).toEqual([]);
});
