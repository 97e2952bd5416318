import { ensureContracts, ensureSubgraph } from "@weft/devnet";

/** Before the tests: contracts and subgraph are built from what is in the tree. */
export async function setup(): Promise<void> {
  await ensureContracts();
  await ensureSubgraph();
}
