/**
 * Indexes until it is killed, or asked to close by SIGTERM. Says `stopped: …` and ends with code 3 when indexing stopped for
 * another reason than a mapping's failure; ends with code 2 when it could not start because the chain or the database was not there.
 */

import { IndexerError } from "../errors/indexer-error.ts";
import { RpcError } from "../errors/rpc-error.ts";
import { type StartIndexerOptions, startIndexer } from "../index.ts";
import { DatabaseUnavailableError } from "../store/store-error.ts";

async function main(options: StartIndexerOptions): Promise<void> {
  const indexer = await startIndexer(options);
  indexer.onUpdate(({ fatalError, problem, status }) => {
    if (status !== "failed" || fatalError !== null) return;
    process.stdout.write(`stopped: ${problem}\n`, () => process.exit(3));
  });
  process.once("SIGTERM", () => void indexer.close());
  process.stdout.write("started\n");
}

const [options] = process.argv.slice(2);
if (import.meta.main && options !== undefined) {
  try {
    await main(JSON.parse(options) as StartIndexerOptions);
  } catch (error) {
    if (!(error instanceof IndexerError)) throw error;
    process.stdout.write(`not started: ${error.message}\n`);
    process.exitCode = error instanceof RpcError || error instanceof DatabaseUnavailableError ? 2 : 3;
  }
}
