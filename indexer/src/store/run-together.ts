import { SqlError } from "./store-error.ts";

/** What every statement of a transaction fails with after the first that failed. */
const IN_FAILED_TRANSACTION = "25P02";

/**
 * Starts all tasks, in order and without waiting between them, so that what they ask of a server travels together. Settles
 * when all have; throws what failed first, not what only failed because of it.
 */
export async function runTogether(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const results = await Promise.allSettled(tasks.map(async (task) => task()));
  const reasons = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
  if (reasons.length > 0) throw reasons.find((reason) => !isConsequence(reason)) ?? reasons[0];
}

function isConsequence(reason: unknown): boolean {
  return reason instanceof SqlError && reason.sqlState === IN_FAILED_TRANSACTION;
}
