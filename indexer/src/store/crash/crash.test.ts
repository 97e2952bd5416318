import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase } from "../../../test-subgraphs/support/postgres/test-database.ts";
import { randomNumbers } from "../../../test-subgraphs/support/random-numbers.ts";
import type { DatabaseChoice } from "../open-driver.ts";
import type { QueryableStore } from "../open-store.ts";
import { DATABASES } from "../store.fixture.ts";
import { openCrashStore } from "./committer.fixture.ts";

const COMMITTER = fileURLToPath(new URL("./committer.fixture.ts", import.meta.url));
const LAST_BLOCK = 150;
const KILLS = 6;
/** Most writes that a process may begin before it is killed, and most milliseconds after the last of them. */
const MAX_WRITES = 14;
const MAX_DELAY_MS = 12;

/** When a process is killed: `delay` milliseconds after it has said a word so many times. */
interface Kill {
  readonly word: "committing" | "indexing";
  readonly times: number;
  readonly delay: number;
}

/** Runs the committer until it is done or killed; says which it was. */
async function commit(choice: DatabaseChoice, kill: Kill | null): Promise<"done" | "killed"> {
  const child = spawn(process.execPath, [COMMITTER, JSON.stringify(choice), String(LAST_BLOCK)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (kill === null || said.split(`${kill.word}\n`).length - 1 < kill.times) return;
    void sleep(kill.delay).then(() => child.kill("SIGKILL"));
  });
  const [code, signal] = await exit;
  expect([code, signal]).toContainEqual(kill === null ? 0 : expect.anything());
  return signal === "SIGKILL" ? "killed" : "done";
}

/** Everything that matters of a store from its earliest block on, or from `from` on. */
async function dump(store: QueryableStore, from: number): Promise<unknown> {
  const { schema } = store.layout;
  const select = (text: string) => store.query((session) => session.query("dumping", text));
  return {
    counters: await select(
      `select vid::text, block_range::text, id, value::text, text from ${schema}.counter
       where upper_inf(block_range) or upper(block_range) > ${from} order by vid`,
    ),
    facts: await select(`select vid::text, "block$"::text, id, value::text from ${schema}.fact order by vid`),
    blocks: await select(
      `select number::text, hash, parent_hash from ${schema}."blocks$" where number >= ${from} order by number`,
    ),
    sources: await select(`select "block$"::text, template, params::text from ${schema}."data_sources$" order by vid`),
    head: await store.head(),
    indexes: await select(`select indexname::text, indexdef from pg_indexes where schemaname = '${schema}' order by 1`),
  };
}

describe.each(DATABASES)("on %s", (on) => {
  let places: { readonly choice: DatabaseChoice; readonly remove: () => Promise<void> }[];

  beforeEach(() => {
    places = [];
  });
  afterEach(async () => {
    for (const { remove } of places) await remove();
  });

  async function createPlace(): Promise<DatabaseChoice> {
    if (on === "server") {
      const { drop, url } = await createTestDatabase();
      places.push({ choice: { kind: "server", url }, remove: drop });
      return { kind: "server", url };
    }
    const folder = await mkdtemp(join(tmpdir(), "crash-"));
    const choice = { kind: "directory", path: join(folder, "data") } as const;
    places.push({ choice, remove: () => rm(folder, { recursive: true }) });
    return choice;
  }

  // Opening PGlite takes seconds, which one seed is worth.
  it.each(on === "server" ? [1, 2] : [1])(
    "processes that are killed while they write leave what one calm run leaves (seed %i)",
    async (seed) => {
      const random = randomNumbers(seed);
      const [calm, stormy] = [await createPlace(), await createPlace()];
      await commit(calm, null);
      expect(await commit(stormy, { word: "indexing", times: 1, delay: random.whole(0, MAX_DELAY_MS) })).toBe("killed");
      let killed = 0;
      for (let n = 0; n < KILLS; n++) {
        const kill: Kill = {
          word: "committing",
          times: random.whole(1, MAX_WRITES),
          delay: random.whole(0, MAX_DELAY_MS),
        };
        if ((await commit(stormy, kill)) === "killed") killed++;
      }
      await commit(stormy, null);
      expect(killed).toBeGreaterThan(KILLS / 2);

      const stores = [await openCrashStore(calm), await openCrashStore(stormy)] as const;
      try {
        const earliest = Math.max(await stores[0].earliestBlock(), await stores[1].earliestBlock());
        expect(earliest).toBeGreaterThan(0);
        expect(await dump(stores[1], earliest)).toEqual(await dump(stores[0], earliest));
        expect(await stores[1].head()).toMatchObject({ number: LAST_BLOCK });
      } finally {
        for (const store of stores) await store.close();
      }
    },
  );
});
