import * as v from "valibot";
import { expect, test } from "vitest";
import type { OwnershipSnapshot } from "../../data/ownership.ts";
import { sampleAddress, sampleSnapshot } from "../../data/testing/sample-snapshot.ts";
import { finalOwners } from "./final-owners.ts";
import { narrowTokens } from "./narrow-tokens.ts";
import { exploreSearchSchema } from "./search.ts";
import { totalsOf } from "./totals-of.ts";

const ONE = 10n ** 18n;
const [ADA, BEN, TRIO] = [sampleAddress(1), sampleAddress(2), sampleAddress(3)];
const [ADA_WALLET, BEN_WALLET] = [sampleAddress(11), sampleAddress(12)];

const snapshot = sampleSnapshot(
  [
    {
      address: ADA,
      name: "Ada Okafor",
      symbol: "ADA",
      person: ADA_WALLET,
      income: 90n * ONE,
      description: "Tidal turbines",
    },
    { address: BEN, name: "Bén Lindqvist", symbol: "BENL", person: BEN_WALLET },
    { address: TRIO, name: "Trio", symbol: "TRIO" },
  ],
  [
    { token: ADA, holder: ADA_WALLET, balance: 80n * ONE },
    { token: ADA, holder: TRIO, balance: 20n * ONE },
    { token: BEN, holder: BEN_WALLET, balance: 100n * ONE },
    { token: TRIO, holder: ADA_WALLET, balance: 50n * ONE },
    { token: TRIO, holder: BEN_WALLET, balance: 50n * ONE },
  ],
);

const names = (find: string, only: "all" | "gains" | "new" = "all"): string[] =>
  narrowTokens(snapshot, { kind: "person", find, only }).map(({ name }) => name);

test("lists are narrowed by name, symbol and description, whatever the accents", () => {
  expect(names("")).toEqual(["Ada Okafor", "Bén Lindqvist"]);
  expect(names("ben")).toEqual(["Bén Lindqvist"]);
  expect(names("TURBINE")).toEqual(["Ada Okafor"]);
  expect(names("trio")).toEqual([]);
});

test("lists are narrowed to income and to newcomers", () => {
  expect(names("", "gains")).toEqual(["Ada Okafor"]);
  expect(names("", "new")).toEqual([]);
  const launched = new Map(
    [...snapshot.tokens].map(([key, token]) => [key, { ...token, createdAt: snapshot.timestamp - 29 * 86_400 }]),
  );
  expect(narrowTokens({ ...snapshot, tokens: launched }, { kind: "person", find: "", only: "new" })).toHaveLength(2);
});

test("what rests with whom is counted through networks", () => {
  const token = snapshot.tokens.get(ADA);
  if (!token) throw new Error("The sample has no Ada.");
  const { owners, count, trapped } = finalOwners(snapshot, token);
  expect(owners).toEqual([
    { name: "Ada Okafor", share: expect.closeTo(0.9), self: true },
    { name: "Bén Lindqvist", share: expect.closeTo(0.1), self: false },
  ]);
  expect([count, trapped]).toEqual([2, 0]);
});

test("a harvest is neither income from outside nor a payment to outside", () => {
  const harvested = new Map(snapshot.tokens);
  const trio = snapshot.tokens.get(TRIO);
  if (!trio) throw new Error("The sample has no Trio.");
  harvested.set(TRIO, { ...trio, totalHarvested: 18n });
  const world: OwnershipSnapshot = {
    ...snapshot,
    tokens: harvested,
    protocol: { ...snapshot.protocol, totalRealized: 90n, totalIncome: 90n + 18n, totalClaimed: 72n + 18n + 9n },
  };
  expect(totalsOf(world)).toEqual({ realized: 90n, paidOut: 81n, waiting: 9n, people: 2, networks: 1 });
});

test.each([
  [{}, {}],
  [
    { show: "people", sort: "name", rising: true, find: "ada", only: "new" },
    { show: "people", sort: "name", rising: true, find: "ada", only: "new" },
  ],
  [{ show: "cats", sort: 7, rising: "yes", find: { a: 1 }, only: null }, {}],
])("a link says what it can: %j", (link, read) => {
  expect(JSON.parse(JSON.stringify(v.parse(exploreSearchSchema, link)))).toEqual(read);
});
