import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { isolate } from "../../../lib/isolate.ts";
import { graphView } from "../model/graph-view.ts";
import { type BodsStatement, bodsOf } from "./bods.ts";

function stated(snapshot: ReturnType<typeof trioSnapshot>): BodsStatement[] {
  const view = graphView(snapshot);
  return bodsOf({ snapshot, view, tokens: view.nodes.keys(), chainId: 31_337, publishedAt: 1_795_675_078 });
}

/** A circle that nobody outside has a part of, a pool, and a wallet of which only the address is known. */
const odd = sampleSnapshot(
  [
    { address: sampleAddress(1), name: "Closed", symbol: "C" },
    { address: sampleAddress(2), name: "Dev", symbol: "DEV", person: sampleAddress(3) },
  ],
  [
    { token: sampleAddress(1), holder: sampleAddress(1), balance: ONE },
    { token: sampleAddress(2), holder: sampleAddress(1), balance: ONE },
    { token: sampleAddress(2), holder: sampleAddress(4), balance: ONE, class: "EXCLUDED" },
    { token: sampleAddress(2), holder: sampleAddress(5), balance: ONE },
  ],
);

test("names stand in files as they are, without marks of a page", () => {
  const name = "نور";
  const snapshot = sampleSnapshot(
    [{ address: sampleAddress(1), name: isolate(name), symbol: "NOOR", person: sampleAddress(2) }],
    [{ token: sampleAddress(1), holder: sampleAddress(2), balance: ONE }],
  );
  const text = JSON.stringify(stated(snapshot));
  expect(text).toContain(`"name":"${name}"`);
  expect(text).toContain(`"fullName":"${name}"`);
});

const ID = (address: string) => `eip155:31337:${address}`;

/** The parts of a relationship that the rules speak of. */
type Relationship = {
  subject: string;
  interestedParty: string | { reason: string };
  interests: {
    type: string;
    directOrIndirect: string;
    beneficialOwnershipOrControl: boolean;
    share: { exact: number };
  }[];
};
const relationships = (all: BodsStatement[]) =>
  all.filter((each) => each.recordType === "relationship").map((each) => each.recordDetails as unknown as Relationship);

describe.each([
  ["the worked example", stated(trioSnapshot())],
  ["a closed circle, a pool and a stranger", stated(odd)],
])("statements of %s", (_name, statements) => {
  test("have what the standard's schema requires of every statement", () => {
    for (const statement of statements) {
      expect(statement.statementId).toMatch(/^[0-9a-f]{64}$/);
      expect(statement.statementDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(statement.recordDetails.isComponent).toBe(false);
      expect(statement.publicationDetails.bodsVersion).toMatch(/^\d+\.\d+$/);
      expect(statement.declarationSubject).not.toBe("");
    }
    const ids = statements.map((statement) => statement.statementId);
    expect(new Set(ids).size).toBe(ids.length);
    const records = statements.map((statement) => statement.recordId);
    expect(new Set(records).size).toBe(records.length);
  });

  test("name only records that stand before them, and subjects that are entities", () => {
    const before = new Map<string, string>();
    for (const { recordId, recordType, recordDetails } of statements) {
      if (recordType === "relationship") {
        const { subject, interestedParty } = recordDetails as unknown as Relationship;
        expect(before.get(subject)).toBe("entity");
        if (typeof interestedParty === "string") expect(before.has(interestedParty)).toBe(true);
        else expect(interestedParty.reason).toBe("informationUnknownToPublisher");
      }
      before.set(recordId, recordType);
    }
  });

  test("make only persons beneficial owners, and no share more than the whole", () => {
    const kind = new Map(statements.map(({ recordId, recordType }) => [recordId, recordType]));
    for (const { interestedParty, interests } of relationships(statements)) {
      expect(interests.length).toBeGreaterThan(0);
      for (const { beneficialOwnershipOrControl, share } of interests) {
        expect(share.exact).toBeGreaterThan(0);
        expect(share.exact).toBeLessThanOrEqual(100);
        if (beneficialOwnershipOrControl) expect(kind.get(String(interestedParty))).toBe("person");
      }
    }
  });

  test("the parts of the income of a token are a whole", () => {
    const ends = new Map<string, number>();
    for (const { subject, interests } of relationships(statements)) {
      for (const interest of interests) {
        if (interest.type !== "rightsToProfitOrIncome") continue;
        ends.set(subject, (ends.get(subject) ?? 0) + interest.share.exact);
      }
    }
    expect(ends.size).toBeGreaterThan(0);
    for (const sum of ends.values()) expect(sum).toBeCloseTo(100, 9);
  });
});

test("the worked example: Ada holds 80 % of herself, and 87.1 % in the end", () => {
  const all = stated(trioSnapshot());
  expect(all.find(({ recordId }) => recordId === ID(wallets.ada))).toMatchObject({
    recordType: "person",
    recordDetails: { personType: "knownPerson", names: [{ fullName: "Ada Okafor" }] },
  });
  expect(all.find(({ recordId }) => recordId === ID(tokens.trio))).toMatchObject({
    recordType: "entity",
    recordDetails: { entityType: { type: "arrangement" }, name: "Trio" },
  });
  const own = relationships(all).find(
    ({ subject, interestedParty }) => subject === ID(tokens.ada) && interestedParty === ID(wallets.ada),
  );
  expect(own?.interests.map(({ directOrIndirect, share }) => [directOrIndirect, share.exact.toFixed(1)])).toEqual([
    ["direct", "80.0"],
    ["indirect", "87.1"],
  ]);
});

test("who is not known is said to be unknown, and what is trapped is stated", () => {
  const all = stated(odd);
  expect(all.find(({ recordId }) => recordId === ID(sampleAddress(5)))).toMatchObject({
    recordType: "entity",
    recordDetails: {
      entityType: { type: "unknownEntity", details: "Wallet" },
      unspecifiedEntityDetails: { reason: "informationUnknownToPublisher" },
    },
  });
  expect(all.map(({ recordId }) => recordId)).toContain(`${ID(sampleAddress(2))}/trapped`);
});
