/**
 * Commits blocks up to a last one to the store whose place it is given, from where that store stands. Every twentieth block of
 * the first fork is met by a reorganisation of five blocks. What a block holds depends on its number and fork alone, so that
 * however often the process is killed, the same must be stored in the end. Says `committing` before each write, and `indexing` before
 * the indexes for queries are made, which comes right before a reorganisation.
 */
import { pino } from "pino";
import { parseSchema } from "../../schema/parse-schema.ts";
import type { DatabaseChoice } from "../open-driver.ts";
import { openStore, type QueryableStore } from "../open-store.ts";
import type { BlockChanges, EntityChange, StoredBlock } from "../store.ts";

const EPOCH = 20;
const REORGANISED = 5;
const HISTORY = 40;
/** Block after which the indexes for queries are made. */
const INDEXED_AFTER = 40;
const KEYS = ["a", "b", "c", "d", "e"];

const SCHEMA = `
type Counter @entity { id: ID!, value: Int!, text: String! }
type Fact @entity(immutable: true) { id: ID!, value: Int! }
`;

type Fork = "aa" | "bb";

function block(number: number, fork: Fork): StoredBlock {
  const hash = (n: number): string => `0x${fork}${n.toString(16).padStart(62, "0")}`;
  return { number, hash: hash(number), parentHash: hash(number - 1), timestamp: number };
}

function counter(key: string, value: number): EntityChange {
  // Long enough for a batch to be many pages.
  const data = new Map<string, string | number>([
    ["id", key],
    ["value", value],
    ["text", `${value} `.repeat(500)],
  ]);
  return { kind: "set", type: "Counter", key, data };
}

function changes(number: number, fork: Fork): BlockChanges {
  const value = number + (fork === "aa" ? 0 : 1_000_000);
  const fact: EntityChange = {
    kind: "set",
    type: "Fact",
    key: `f${number}`,
    data: new Map<string, string | number>([
      ["id", `f${number}`],
      ["value", value],
    ]),
  };
  const written = KEYS.filter((_, index) => (number + index) % 3 !== 0).map((key) => counter(key, value));
  const removed = KEYS.filter((_, index) => (number + index) % 9 === 0).map(
    (key): EntityChange => ({ kind: "remove", type: "Counter", key }),
  );
  const source = { template: "Pair", params: [`0x${number}`], context: null, createdAt: number };
  return {
    block: block(number, fork),
    changes: [...written, ...removed, fact],
    dataSources: number % 5 === 0 ? [source] : [],
  };
}

/** What comes after `head`: blocks to commit, or a block to go back to. */
function nextStep(head: StoredBlock | null, last: number): { commit: BlockChanges[] } | { revert: StoredBlock } | null {
  const number = head?.number ?? -1;
  const isSecond = head?.hash.startsWith("0xbb") === true;
  if (head !== null && number % EPOCH === 0 && number > 0 && !isSecond)
    return { revert: block(number - REORGANISED, "bb") };
  if (number >= last) return null;
  const fork = isSecond && number % EPOCH !== 0 ? "bb" : "aa";
  const end = Math.min(last, Math.floor(number / EPOCH) * EPOCH + EPOCH, number + 1 + (number & 3));
  const numbers = Array.from({ length: end - number }, (_, index) => number + 1 + index);
  return { commit: numbers.map((n) => changes(n, fork)) };
}

async function run(store: QueryableStore, last: number): Promise<void> {
  let head = await store.resume();
  let isIndexed = false;
  for (let step = nextStep(head, last); step !== null; step = nextStep(head, last)) {
    if (!isIndexed && head !== null && head.number >= INDEXED_AFTER) {
      process.stdout.write("indexing\n");
      await store.createQueryIndexes();
      isIndexed = true;
    }
    process.stdout.write("committing\n");
    if ("revert" in step) {
      await store.revertTo(step.revert);
      head = step.revert;
    } else {
      head = step.commit.at(-1)?.block ?? head;
      if (head !== null) await store.commit(step.commit, head);
    }
  }
}

/** Opens the store of this test. */
export function openCrashStore(database: DatabaseChoice): Promise<QueryableStore> {
  return openStore({
    schema: parseSchema(SCHEMA),
    identity: { deploymentId: "QmCrash", chainId: 1, genesisHash: "0x00" },
    name: "crash",
    database,
    startBlock: 0,
    historyBlocks: HISTORY,
    logger: pino({ level: "silent" }),
  });
}

const [choice, last] = process.argv.slice(2);
if (import.meta.main && choice !== undefined) {
  const store = await openCrashStore(JSON.parse(choice) as DatabaseChoice);
  await run(store, Number(last));
  await store.close();
}
