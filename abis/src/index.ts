// Made from the contracts' build by `npm run setup -- --abis`. Do not edit.
export { personalTokenAbi } from "./personal-token.ts";
export { networkTokenAbi } from "./network-token.ts";
export { networkGovernorAbi } from "./network-governor.ts";
export { equityRegistryAbi } from "./equity-registry.ts";
export { settlementAbi } from "./settlement.ts";
export type { Deployment } from "./deployment.ts";
