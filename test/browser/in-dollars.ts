import type { Preparation } from "../src/stacks/prepared-stacks.ts";

/** Where the dApp looks transactions up on that stack. Nothing is there: no test follows the link. */
export const EXPLORER_URL = "https://explorer.invalid";

/**
 * The worked example, paid in a dollar that has six decimals, knows no permissions and returns nothing: what works with it works
 * with those that behave better. Nobody has earned anything yet.
 */
export const IN_DOLLARS: Preparation = {
  story: "trio",
  currency: "old-dollar",
  webEnv: { VITE_EXPLORER_URL: `${EXPLORER_URL}/` },
};
