/**
 * A chain is indexed while it is reorganised, while its server fails and lies and while the indexer's process is killed; in the end, everything
 * stored must be what an indexer stores that sees the same chain in peace.
 *
 * A few seeds are part of every run. `CHAOS_SEEDS=17` runs seed 17, and `CHAOS_SEEDS=100-129` runs thirty of them;
 * `CHAOS_ON=PGlite` or `CHAOS_ON=server` keeps to one kind of database. A seed decides what happens to the chain, what goes wrong and
 * after how many requests a process ends; where in the indexer's work that falls is left to the machine, so a failure may take a seed
 * several runs to come again.
 */
import { describe, expect, it } from "vitest";
import { DATABASES } from "../store/store.fixture.ts";
import { runChaos } from "./chaos-run.fixture.ts";
import { type StoredEverything, sinceBlock } from "./read-everything.fixture.ts";

const SEEDS = { PGlite: [1], server: [2, 3] } as const;
const TIMEOUT_MS = 400_000;

/** Seeds out of a text such as `7` or `100-129`. */
function parseSeeds(text: string): readonly number[] {
  const [first = "", last = first] = text.split("-");
  if (!/^\d+(-\d+)?$/.test(text)) throw new TypeError(`CHAOS_SEEDS is "${text}", but must be like 17 or 100-129`);
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
}

/** What both runs keep when each has deleted what it did not need. */
function keptOf(
  { blocks, earliest: _, tables, ...stored }: StoredEverything,
  earliest: number,
): Omit<StoredEverything, "earliest"> {
  return {
    ...stored,
    blocks: blocks.filter(([number]) => Number(number) >= earliest),
    tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, sinceBlock(rows, earliest)])),
  };
}

const { CHAOS_ON, CHAOS_SEEDS } = process.env;

describe.each(DATABASES.filter((on) => CHAOS_ON === undefined || CHAOS_ON === on))("on %s", (on) => {
  it.each(CHAOS_SEEDS === undefined ? SEEDS[on] : parseSeeds(CHAOS_SEEDS))(
    "what is stored after chaos is what is stored in peace (seed %i)",
    async (seed) => {
      const story: string[] = [];
      try {
        const { calm, chain, stormy } = await runChaos(seed, on, story);
        expect(stormy.end).toEqual(calm.end);
        const earliest = Math.max(stormy.stored.earliest, calm.stored.earliest);
        const { blocks, ...stored } = keptOf(stormy.stored, earliest);
        const { blocks: calmBlocks, ...calmStored } = keptOf(calm.stored, earliest);
        expect(stored).toEqual(calmStored);
        expect(stormy.answers).toEqual(calm.answers);
        // Which blocks without entities are recorded depends on when the chain was looked at; all must be of the chain.
        for (const [number, hash, parentHash] of [...blocks, ...calmBlocks]) {
          expect({ number: Number(number), hash, parentHash }).toEqual(chain[Number(number)]);
        }
        const recorded = new Set(blocks.map(([number]) => number));
        const changed = [...JSON.stringify(stored.tables).matchAll(/block_range=\[(\d+)/g)].map(([, number]) => number);
        expect(changed.filter((number) => Number(number) >= earliest && !recorded.has(number ?? ""))).toEqual([]);
      } catch (error) {
        const again = `CHAOS_ON=${on} CHAOS_SEEDS=${seed} npx vitest run src/chaos`;
        throw new Error(`Seed ${seed} on ${on}; again with: ${again}\n${story.join("\n")}`, { cause: error });
      }
    },
    TIMEOUT_MS,
  );
});
