import type { TestProject } from "vitest/node";
import { startPostgres } from "./start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The PostgreSQL server of this run; null on a platform without one. */
    readonly postgresUrl: string | null;
  }
}

/** One server for all tests of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgresUrl", server?.url ?? null);
  return async () => {
    await server?.stop();
  };
}
