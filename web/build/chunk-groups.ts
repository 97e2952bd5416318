import type { Rolldown } from "vite";

/** Modules by the end of their path. */
const files = (...names: readonly string[]): RegExp => new RegExp(`/(${names.join("|")})\\.[jt]sx?$`);

/**
 * What is loaded together. Left to itself the bundler makes a file of each set of modules that the same pages share, most of
 * them under a kilobyte: a page would ask for fifty, and each costs the thread about as much as what is in it.
 *
 * A group takes in what its modules import, unless one before it has it already.
 */
export const chunkGroups: Rolldown.CodeSplittingGroup[] = [
  // All that is needed before any page.
  { name: "app", tags: ["$initial"], priority: 5 },
  // What a refusal means, and the contracts’ interfaces: also for pages that only read.
  { name: "refusals", test: files("features/transact/explain-[a-z]+", "@wagmi/core/.*/actions/getBlock"), priority: 4 },
  // What most pages are made of.
  {
    name: "parts",
    test: files(
      "components/(amount|card|data-table|empty-state|evidence|explain|figure|identity|share)",
      "features/token/[a-z-]+",
      "web/src/lib/[a-z-]+",
      "data/claimables",
      "ownership/src/solve/look-through-of-[a-z-]+",
      "ownership/src/flow/flow-of",
      "lucide-react/.*",
    ),
    minShareCount: 3,
    priority: 3,
  },
  // What forms write with.
  {
    name: "writing",
    test: files(
      "components/(amount-field|text-field|solving)",
      "data/(ownership-answer|portfolio)",
      "features/transact/(transact-panel|use-transact)",
      "@wagmi/core/.*/actions/(getBalance|multicall|readContract)",
      "viem/.*/(getAddress|parseEventLogs)",
    ),
    priority: 2,
  },
  // What the pages of people and networks share.
  {
    name: "token",
    test: files(
      "components/(dialog|term)",
      "data/connected-profit",
      "features/effects/model/effect-problem",
      "features/token/collect/[a-z-]+",
      "features/token/token-header",
    ),
    minShareCount: 2,
    priority: 1,
  },
];
