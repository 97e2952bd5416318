import type { CastNetwork } from "./story-types.ts";

/** The network of the worked example. */
export const TRIO_NETWORKS = {
  trio: {
    name: "Trio",
    symbol: "TRIO",
    motif: "rings",
    about:
      "Three friends from school: an engineer, a film maker, a composer. Each gave a fifth of what they will ever earn, and each owns a third of the whole. When one has a good year, all three do.",
    creator: "ada",
    foundingDays: 14,
    founders: [
      { who: "ada", member: "ada", stake: "200000", rate: "0.5", to: "wallet" },
      { who: "ben", member: "ben", stake: "200000", rate: "0.5", to: "wallet" },
      { who: "cleo", member: "cleo", stake: "200000", rate: "0.5", to: "treasury" },
    ],
  },
} as const satisfies Record<string, CastNetwork>;

/** The other networks. */
export const OTHER_NETWORKS = {
  harbour: {
    name: "Harbour Collective",
    symbol: "HARB",
    motif: "anchor",
    about:
      "Five trades around one slipway: boats, sails, oysters, pots, forecasts. They share the crane, the shed and the customers. Here they share the good years too.",
    creator: "amara",
    foundingDays: 21,
    founders: [
      { who: "amara", member: "amara", stake: "180000", rate: "1", to: "wallet" },
      { who: "tomas", member: "tomas", stake: "150000", rate: "1", to: "treasury" },
      { who: "jonas", member: "jonas", stake: "150000", rate: "1", to: "wallet" },
      { who: "priya", member: "priya", stake: "120000", rate: "1.25", to: "wallet" },
      { who: "mei", member: "mei", stake: "100000", rate: "1", to: "wallet" },
    ],
  },
  field: {
    name: "Field & Seed",
    symbol: "FIELD",
    motif: "furrows",
    about:
      "A breeder, a biologist, a chemist and a vet. Research pays late and seldom. Together, somebody's work pays nearly every season.",
    creator: "yusuf",
    foundingDays: 21,
    founders: [
      { who: "yusuf", member: "yusuf", stake: "200000", rate: "1", to: "wallet" },
      { who: "leilani", member: "leilani", stake: "150000", rate: "1", to: "wallet" },
      { who: "noor", member: "noor", stake: "150000", rate: "1", to: "treasury" },
      { who: "samuel", member: "samuel", stake: "120000", rate: "1", to: "wallet" },
    ],
  },
  loom: {
    name: "Loom & Page",
    symbol: "LOOM",
    motif: "shuttle",
    about:
      "A potter, a weaver and a writer. Three slow crafts with three different seasons: when one sells nothing, another usually does.",
    creator: "rosa",
    foundingDays: 14,
    founders: [
      { who: "rosa", member: "rosa", stake: "200000", rate: "1", to: "wallet" },
      { who: "mei", member: "mei", stake: "120000", rate: "1", to: "wallet" },
      { who: "ingrid", member: "ingrid", stake: "150000", rate: "1", to: "treasury" },
    ],
  },
  coast: {
    name: "Coast Union",
    symbol: "COAST",
    motif: "light",
    about:
      "A network of networks. It holds a part of Harbour Collective and a part of Field & Seed, so that a good harvest inland reaches the boats and a good catch reaches the fields.",
    creator: "leilani",
    foundingDays: 14,
    votingDays: 30,
    founders: [
      { who: "jonas", member: "harbour", stake: "90000", rate: "1", to: "treasury" },
      { who: "leilani", member: "field", stake: "80000", rate: "1", to: "wallet" },
      { who: "priya", member: "priya", stake: "100000", rate: "0.8", to: "wallet" },
    ],
  },
  night: {
    name: "Night School",
    symbol: "NIGHT",
    motif: "moon",
    about:
      "Evening classes that nobody pays for, taught by people who earn their living by day. What each of them earns by day helps to keep the lamps lit for all.",
    creator: "ingrid",
    foundingDays: 28,
    founders: [
      { who: "ingrid", member: "ingrid", stake: "80000", rate: "1", to: "wallet" },
      { who: "samuel", member: "samuel", stake: "60000", rate: "1", to: "wallet" },
      { who: "noor", member: "noor", stake: "70000", rate: "1", to: "wallet" },
      { who: "dev", member: "dev", stake: "100000", rate: "1", to: "wallet" },
    ],
  },
} as const satisfies Record<string, CastNetwork>;
