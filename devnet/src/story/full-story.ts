import { ADMISSION_STEPS } from "./admission-story.ts";
import { OTHER_NETWORKS, TRIO_NETWORKS } from "./networks.ts";
import { OTHER_PEOPLE, TRIO_PEOPLE } from "./people.ts";
import type { Step, Story } from "./story-types.ts";
import { TRIO_STEPS } from "./trio-story.ts";

/** Turns enough for a circle of the story to run dry, to the last wei. */
const UNTIL_DRY = 40;

const BEGINNINGS: readonly Step[] = [
  { day: 1.2, act: "launch", who: "amara" },
  { day: 1.3, act: "launch", who: "tomas" },
  { day: 1.7, act: "launch", who: "jonas" },
  { day: 2.1, act: "launch", who: "priya" },
  { day: 2.4, act: "launch", who: "mei" },
  { day: 2.6, act: "form", network: "harbour" },
  { day: 2.7, act: "stake", who: "amara", network: "harbour" },
  { day: 3.1, act: "stake", who: "tomas", network: "harbour" },
  { day: 3.4, act: "stake", who: "jonas", network: "harbour" },
  { day: 4.2, act: "stake", who: "mei", network: "harbour" },
  { day: 5.6, act: "stake", who: "priya", network: "harbour" },
  { day: 6.1, act: "launch", who: "yusuf" },
  { day: 6.5, act: "launch", who: "leilani" },
  { day: 7.3, act: "launch", who: "noor" },
  { day: 7.8, act: "launch", who: "samuel" },
  { day: 8.4, act: "form", network: "field" },
  { day: 8.5, act: "stake", who: "yusuf", network: "field" },
  { day: 9.2, act: "stake", who: "noor", network: "field" },
  { day: 9.9, act: "stake", who: "samuel", network: "field" },
  { day: 11.1, act: "stake", who: "leilani", network: "field" },
];

const FIRST_GAINS: readonly Step[] = [
  { day: 12.4, act: "realize", who: "amara", amount: "8.5", evidence: "https://example.org/harbour/boats/marigold" },
  { day: 12.6, act: "harvest", who: "tomas", holder: "harbour", source: "amara" },
  { day: 12.7, act: "harvest", who: "tomas", holder: "tomas", source: "harbour" },
  { day: 13.5, act: "pass", who: "amara", token: "amara", to: "kofi", shares: "40000" },
  { day: 13.6, act: "pass", who: "amara", token: "amara", to: "ada", shares: "20000" },
  { day: 14.3, act: "launch", who: "rosa" },
  { day: 14.8, act: "launch", who: "ingrid" },
  { day: 15.2, act: "form", network: "loom" },
  { day: 15.4, act: "approve", who: "ingrid", holder: "loom" },
  { day: 15.5, act: "stake", who: "ingrid", network: "loom" },
  { day: 15.9, act: "stake", who: "rosa", network: "loom" },
  { day: 16.7, act: "stake", who: "mei", network: "loom" },
  {
    day: 18.2,
    act: "realize",
    who: "priya",
    amount: "3.2",
    evidence: "https://example.org/forecasts/port-invoice-0117",
  },
  { day: 18.9, act: "harvest", who: "jonas", holder: "harbour", source: "priya" },
  { day: 19.4, act: "realize", who: "ada", amount: "24", evidence: "https://example.org/tide-pumps/contract-ketu" },
  {
    day: 20.1,
    act: "settle",
    who: "ben",
    hops: [
      { holder: "trio", source: "ada" },
      { holder: "cleo", source: "trio", turns: UNTIL_DRY },
      { holder: "trio", source: "cleo", turns: UNTIL_DRY },
    ],
    claims: ["trio", "ben"],
  },
  { day: 20.6, act: "settle", who: "cleo", hops: [], claims: ["cleo"] },
  { day: 21.0, act: "settle", who: "ada", hops: [], claims: ["ada", "trio"] },
];

const LINKS: readonly Step[] = [
  { day: 22.3, act: "form", network: "coast" },
  { day: 22.5, act: "stake", who: "leilani", network: "coast" },
  { day: 23.8, act: "stake", who: "jonas", network: "coast" },
  { day: 24.6, act: "stake", who: "priya", network: "coast" },
  { day: 25.2, act: "pass", who: "mei", token: "harbour", to: "cleo", shares: "15000" },
  { day: 25.9, act: "pass", who: "samuel", token: "field", to: "ada", shares: "12000" },
  { day: 26.4, act: "approve", who: "ingrid", holder: "ben" },
  { day: 26.5, act: "pass", who: "ingrid", token: "ingrid", to: "ben", shares: "10000" },
  { day: 27.1, act: "pass", who: "yusuf", token: "yusuf", to: "hana", shares: "30000" },
  { day: 27.7, act: "pass", who: "rosa", token: "rosa", to: "hana", shares: "20000" },
  {
    day: 28.4,
    act: "give",
    who: "kofi",
    token: "harbour",
    amount: "1.5",
    note: "For the crane, from a ferryman who used it for thirty years.",
  },
  { day: 29.8, act: "realize", who: "yusuf", amount: "16", evidence: "https://example.org/dry-wheat/licence-2" },
  { day: 30.2, act: "harvest", who: "yusuf", holder: "field", source: "yusuf" },
  { day: 30.3, act: "harvest", who: "noor", holder: "noor", source: "field" },
  { day: 30.9, act: "settle", who: "samuel", hops: [], claims: ["field"] },
  {
    day: 31.6,
    act: "settle",
    who: "leilani",
    hops: [{ holder: "coast", source: "field" }],
    claims: ["field", "coast"],
  },
];

const LATER_GAINS: readonly Step[] = [
  { day: 33.1, act: "realize", who: "mei", amount: "2.4", evidence: "https://example.org/kiln/winter-market" },
  { day: 33.9, act: "settle", who: "rosa", hops: [{ holder: "loom", source: "mei" }], claims: ["loom"] },
  { day: 35.5, act: "realize", who: "jonas", amount: "4.1", evidence: "https://example.org/oysters/season-ledger" },
  {
    day: 36.2,
    act: "settle",
    who: "amara",
    hops: [
      { holder: "harbour", source: "jonas", turns: UNTIL_DRY },
      { holder: "coast", source: "harbour", turns: UNTIL_DRY },
      { holder: "jonas", source: "coast", turns: UNTIL_DRY },
    ],
    claims: ["amara", "harbour"],
  },
  { day: 37.4, act: "realize", who: "ben", amount: "18", evidence: "https://example.org/films/salt-road/distribution" },
  {
    day: 38.2,
    act: "settle",
    who: "ada",
    hops: [
      { holder: "trio", source: "ben" },
      { holder: "cleo", source: "trio", turns: UNTIL_DRY },
      { holder: "trio", source: "cleo", turns: UNTIL_DRY },
    ],
    claims: ["trio", "ada"],
  },
  { day: 38.6, act: "settle", who: "ben", hops: [], claims: ["ben", "trio"] },
  { day: 39.1, act: "settle", who: "cleo", hops: [], claims: ["cleo"] },
  { day: 40.3, act: "launch", who: "dev" },
  { day: 41.7, act: "form", network: "night" },
  { day: 41.9, act: "approve", who: "ingrid", holder: "night" },
  { day: 42.0, act: "stake", who: "ingrid", network: "night" },
  { day: 43.3, act: "stake", who: "noor", network: "night" },
  { day: 44.8, act: "stake", who: "samuel", network: "night" },
];

/** What is due to somebody when the story ends: nobody collected it yet. */
const NOT_YET_COLLECTED: readonly Step[] = [
  { day: 45.6, act: "realize", who: "rosa", amount: "5.2", evidence: "https://example.org/weaving/town-hall-cloth" },
  { day: 46.9, act: "realize", who: "leilani", amount: "6.3", evidence: "https://example.org/kelp/fodder-contract" },
  { day: 47.2, act: "harvest", who: "samuel", holder: "field", source: "leilani" },
  {
    day: 47.8,
    act: "give",
    who: "hana",
    token: "night",
    amount: "0.4",
    note: "For lamps and chalk. I learned to read at a night school.",
  },
  { day: 48.5, act: "realize", who: "samuel", amount: "1.8", evidence: "https://example.org/vet/district-contract" },
  { day: 49.3, act: "realize", who: "amara", amount: "9.2", evidence: "https://example.org/harbour/boats/grey-heron" },
  { day: 49.6, act: "harvest", who: "kofi", holder: "harbour", source: "amara" },
  { day: 50.1, act: "settle", who: "tomas", hops: [{ holder: "tomas", source: "harbour" }], claims: ["tomas"] },
  { day: 51.4, act: "realize", who: "tomas", amount: "2.7", evidence: "https://example.org/sails/regatta-order" },
  {
    day: 52.2,
    act: "realize",
    who: "ingrid",
    amount: "3.6",
    evidence: "https://example.org/books/the-lamp-boat/royalties",
  },
  { day: 52.5, act: "harvest", who: "ben", holder: "loom", source: "ingrid" },
  {
    day: 53.7,
    act: "realize",
    who: "priya",
    amount: "4.4",
    evidence: "https://example.org/forecasts/port-invoice-0131",
  },
];

/**
 * Eight weeks of a coast: the trio of the worked example, and a larger cast around a harbour, its fields and its
 * evening school. Nobody but the trio holds the trio's shares, so that the example's figures stay exact.
 */
export const FULL_STORY: Story = {
  people: { ...TRIO_PEOPLE, ...OTHER_PEOPLE },
  networks: { ...TRIO_NETWORKS, ...OTHER_NETWORKS },
  steps: [
    ...TRIO_STEPS,
    ...BEGINNINGS,
    ...FIRST_GAINS,
    ...LINKS,
    ...LATER_GAINS,
    ...NOT_YET_COLLECTED,
    ...ADMISSION_STEPS,
  ]
    // Those of one day stay in their order: within it, voting days count.
    .sort((a, b) => a.day - b.day),
};
