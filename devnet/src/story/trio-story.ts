import { TRIO_NETWORKS } from "./networks.ts";
import { TRIO_PEOPLE } from "./people.ts";
import type { Step, Story } from "./story-types.ts";

/** How the trio comes together: 1,000,000 shares each, 200,000 of them staked for 100,000 of the network's. */
export const TRIO_STEPS: readonly Step[] = [
  { day: 0, act: "launch", who: "ada" },
  { day: 0, act: "launch", who: "ben" },
  { day: 0, act: "launch", who: "cleo" },
  { day: 0, act: "form", network: "trio" },
  { day: 0, act: "stake", who: "ada", network: "trio" },
  { day: 0, act: "stake", who: "ben", network: "trio" },
  { day: 0, act: "stake", who: "cleo", network: "trio" },
];

/** The worked example alone: three people, one network, nothing earned yet. */
export const TRIO_STORY: Story = { people: TRIO_PEOPLE, networks: TRIO_NETWORKS, steps: TRIO_STEPS };
