import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FileError } from "../files/file-error.ts";
import type { FileStores } from "../files/file-store.ts";
import { createFileMonitor, type FileDataSource, type FileMonitor } from "./file-monitor.ts";

let contents: Map<string, Uint8Array>;
let asked: string[];
let monitor: FileMonitor;
let ending: AbortController;

beforeEach(() => {
  contents = new Map();
  asked = [];
  ending = new AbortController();
  const ipfs = {
    async read(id: string) {
      asked.push(id);
      const content = contents.get(id);
      if (content === undefined) throw new FileError("nowhere");
      return content;
    },
  } as unknown as FileStores["ipfs"];
  monitor = createFileMonitor({ ipfs, arweave: null, inMappings: null }, pino({ level: "silent" }), ending.signal);
});

afterEach(() => ending.abort());

function source(region: number, id = String(region)): FileDataSource {
  return { mapping: { kind: "file/ipfs", name: "Document" }, file: { id, region } } as unknown as FileDataSource;
}

async function untilReady(): Promise<void> {
  while (!monitor.hasReady()) await sleep(5);
}

/** Lets everything that is under way end. */
const settle = () => sleep(30);

const taken = () => monitor.take().map((ready) => ready.source.file.region);

test("files come once, in the order of their data sources", async () => {
  for (const id of ["1", "2", "3"]) contents.set(id, Buffer.from(id));
  for (const region of [3, 1, 2, 1]) monitor.add(source(region));
  await settle();
  expect(taken()).toEqual([1, 2, 3]);
  expect(monitor.hasReady()).toBe(false);
  expect(taken()).toEqual([]);
  expect(asked).toHaveLength(3);
});

test("what is nowhere is asked for again after a pause, and holds up nothing", async () => {
  monitor.add(source(1));
  for (let region = 2; region <= 40; region++) {
    contents.set(String(region), Buffer.from("x"));
    monitor.add(source(region));
  }
  await settle();
  expect(taken()).toHaveLength(39);
  contents.set("1", Buffer.from("late"));
  await untilReady();
  expect(taken()).toEqual([1]);
});

test("a reset keeps what has come, and forgets what is wanted no more", async () => {
  for (const id of ["1", "2", "3"]) contents.set(id, Buffer.from(id));
  for (const region of [1, 2]) monitor.add(source(region));
  await settle();
  monitor.reset([source(2), source(3)]);
  await settle();
  expect(taken()).toEqual([2, 3]);
  expect(asked).toEqual(["1", "2", "3"]);
});

test("contents that wait for their handlers are bounded, and the rest follows when they are taken", async () => {
  const large = new Uint8Array(20 * 1024 * 1024);
  for (let region = 1; region <= 40; region++) {
    contents.set(String(region), large);
    monitor.add(source(region));
  }
  await settle();
  // Four fill the room, and eight are under way at most.
  const first = asked.length;
  expect(first).toBeLessThanOrEqual(12);
  expect(taken()).toHaveLength(first);
  await settle();
  expect(asked.length).toBeGreaterThan(first);
  expect(asked.length).toBeLessThanOrEqual(first + 12);
});
