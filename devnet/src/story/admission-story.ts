import type { Step } from "./story-types.ts";

/** The vote is open. */
const OPEN = 1.1;
/** The vote is over, where it takes the least time that the governor allows. */
const OVER = 4.2;
/** What passed can be used. */
const IN_FORCE = 6.3;

/** An application that a member sponsors, a vote that is not unanimous, and a stake. */
const ROSA_JOINS: readonly Step[] = [
  { day: 25.5, act: "delegate", who: "cleo", network: "harbour", to: "amara" },
  {
    day: 30.5,
    act: "apply",
    who: "rosa",
    network: "harbour",
    member: "rosa",
    shares: "60000",
    rate: "0.9",
    uri: "https://example.org/weaving/nets-for-the-harbour",
  },
  {
    day: 30.6,
    act: "propose",
    who: "priya",
    key: "rosa-joins",
    network: "harbour",
    kind: "entry",
    member: "rosa",
    account: "rosa",
    cap: "60000",
    rate: "0.9",
    description:
      "Admit Rosa Quispe\n\nShe weaves the nets that half of this harbour fishes with, and her order book is full until spring. A little under one for one, as she asked.",
  },
  { day: 30.6, votingDays: OPEN, act: "vote", who: "amara", proposal: "rosa-joins", support: "for" },
  { day: 30.6, votingDays: OPEN, act: "vote", who: "jonas", proposal: "rosa-joins", support: "for" },
  {
    day: 30.6,
    votingDays: OPEN,
    act: "vote",
    who: "mei",
    proposal: "rosa-joins",
    support: "against",
    reason: "A good weaver, but we have her in Loom & Page already.",
  },
  { day: 30.6, votingDays: OPEN, act: "vote", who: "priya", proposal: "rosa-joins", support: "for" },
  { day: 30.6, votingDays: OVER, act: "execute", who: "tomas", proposal: "rosa-joins" },
  { day: 30.6, votingDays: IN_FORCE, act: "join", who: "rosa", proposal: "rosa-joins" },
];

/** A member takes a part of the stake back, which shareholders allowed. */
const SAMUEL_LEAVES: readonly Step[] = [
  {
    day: 39.4,
    act: "propose",
    who: "yusuf",
    key: "samuel-leaves",
    network: "field",
    kind: "exit",
    member: "samuel",
    account: "samuel",
    cap: "20000",
    rate: "1",
    description:
      "Give Samuel 20,000 of his shares back\n\nHe needs them for the practice's loan. He stays with the rest.",
  },
  { day: 39.4, votingDays: OPEN, act: "vote", who: "yusuf", proposal: "samuel-leaves", support: "for" },
  { day: 39.4, votingDays: OPEN, act: "vote", who: "noor", proposal: "samuel-leaves", support: "for" },
  { day: 39.4, votingDays: OVER, act: "execute", who: "samuel", proposal: "samuel-leaves" },
  { day: 39.4, votingDays: IN_FORCE, act: "leave", who: "samuel", proposal: "samuel-leaves", shares: "20000" },
];

/** An application that asks for too much. */
const DEV_IS_REFUSED: readonly Step[] = [
  {
    day: 46.0,
    act: "apply",
    who: "dev",
    network: "field",
    member: "dev",
    shares: "50000",
    rate: "3",
    uri: "https://example.org/dev/soil-sensors",
  },
  {
    day: 46.2,
    act: "propose",
    who: "leilani",
    key: "dev-for-field",
    network: "field",
    kind: "entry",
    member: "dev",
    account: "dev",
    cap: "50000",
    rate: "3",
    description:
      "Admit Dev Raman\n\nSoil sensors would help all of us. The rate is high; let the vote say whether too high.",
  },
  {
    day: 46.2,
    votingDays: OPEN,
    act: "vote",
    who: "yusuf",
    proposal: "dev-for-field",
    support: "against",
    reason: "Three for one is what we would give somebody with a harvest behind him.",
  },
  { day: 46.2, votingDays: OPEN, act: "vote", who: "noor", proposal: "dev-for-field", support: "against" },
  { day: 46.2, votingDays: OPEN, act: "vote", who: "samuel", proposal: "dev-for-field", support: "abstain" },
  { day: 46.2, votingDays: OPEN, act: "vote", who: "leilani", proposal: "dev-for-field", support: "for" },
];

/** A gain that comes over half a year, and a doubt about another. */
const ON_THE_RECORD: readonly Step[] = [
  {
    day: 41.2,
    act: "dispute",
    who: "kofi",
    token: "amara",
    realization: 0,
    uri: "https://example.org/harbour/ledger/question-12",
  },
  {
    day: 43.6,
    act: "realize",
    who: "noor",
    amount: "7.2",
    evidence: "https://example.org/plant-chemistry/licence-of-a-dye",
    overDays: 180,
  },
];

/** What waits for somebody when the story ends: an application without a sponsor, and a vote that is open. */
const STILL_OPEN: readonly Step[] = [
  {
    day: 52.9,
    act: "apply",
    who: "dev",
    network: "loom",
    member: "dev",
    shares: "80000",
    rate: "1",
    uri: "https://example.org/dev/patterns-by-machine",
  },
  {
    day: 53.4,
    act: "apply",
    who: "rosa",
    network: "coast",
    member: "loom",
    shares: "60000",
    rate: "1",
    uri: "https://example.org/loom-and-page/letter-to-the-coast",
  },
  {
    day: 53.8,
    act: "propose",
    who: "leilani",
    key: "loom-joins",
    network: "coast",
    kind: "entry",
    member: "loom",
    account: "rosa",
    cap: "60000",
    rate: "1",
    description:
      "Take in a part of Loom & Page\n\nA potter, a weaver and a writer sell most when the boats are in and the fields are bare. That is what this union lacks.",
  },
  {
    day: 53.8,
    votingDays: OPEN,
    act: "vote",
    who: "leilani",
    proposal: "loom-joins",
    support: "for",
    reason: "Their good months are our poor ones.",
  },
];

/** How members come and go in the story, and what is on the record besides. */
export const ADMISSION_STEPS: readonly Step[] = [
  ...ROSA_JOINS,
  ...SAMUEL_LEAVES,
  ...DEV_IS_REFUSED,
  ...ON_THE_RECORD,
  ...STILL_OPEN,
];
