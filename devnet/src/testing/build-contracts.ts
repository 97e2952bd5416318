import { ensureContracts } from "../setup/ensure-contracts.ts";

/** Before the tests of a package that deploys: the contracts' build is up to date. */
export async function setup(): Promise<void> {
  await ensureContracts();
}
