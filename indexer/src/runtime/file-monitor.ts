import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { messageChain } from "../errors/message-chain.ts";
import type { FileStores } from "../files/file-store.ts";
import type { DataSource } from "./data-source.ts";

/** Files fetched at the same time. */
const CONCURRENCY = 8;
/** Bytes of contents that wait for their handlers; beyond them no other file is fetched. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
const FIRST_PAUSE_MS = 500;
/** Longest pause between two tries. */
const MAX_PAUSE_MS = 600_000;

/** A data source made of a file. */
export type FileDataSource = DataSource & { readonly file: NonNullable<DataSource["file"]> };

/** A file whose content is here. */
export interface ReadyFile {
  readonly source: FileDataSource;
  readonly content: Uint8Array;
}

/** Fetches files in the background, for as long as it takes. */
export interface FileMonitor {
  /** Forgets every file but the given ones. */
  reset(sources: readonly FileDataSource[]): void;
  add(source: FileDataSource): void;
  hasReady(): boolean;
  /** Hands over the files whose content is here, in the order of their data sources. */
  take(): readonly ReadyFile[];
}

interface Entry {
  readonly source: FileDataSource;
  content: Uint8Array | null;
  failures: number;
  /** Forgotten ones may still be on their way. */
  isWanted: boolean;
}

/** Starts without files; ends when `signal` aborts. Whatever happens costs the same however many files are awaited. */
export function createFileMonitor(stores: FileStores, logger: Logger, signal: AbortSignal): FileMonitor {
  let entries = new Map<string, Entry>();
  /** Those to be fetched next, in order. */
  const queue = new Set<Entry>();
  let ready = new Set<Entry>();
  let waitingBytes = 0;
  let active = 0;

  /** The same file of the same data source, in whichever session. */
  const keyOf = ({ file, mapping }: FileDataSource) => `${file.region} ${mapping.name} ${file.id}`;

  async function read({ file, mapping }: FileDataSource): Promise<Uint8Array> {
    const store = mapping.kind === "file/ipfs" ? stores.ipfs : stores.arweave;
    if (store === null) throw new Error(`no gateway is set for files of kind ${mapping.kind}`);
    return store.read(file.id, signal);
  }

  function receive(entry: Entry, content: Uint8Array): void {
    if (!entry.isWanted) return;
    entry.content = content;
    waitingBytes += content.length;
    ready.add(entry);
  }

  function retryLater(entry: Entry, error: unknown): void {
    if (signal.aborted || !entry.isWanted) return;
    const { file, mapping } = entry.source;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** entry.failures, MAX_PAUSE_MS);
    entry.failures++;
    const fields = { template: mapping.name, file: file.id, reason: messageChain(error), retryInMs: pause };
    logger.warn(fields, "file not available, trying again");
    sleep(pause, undefined, { signal, ref: false }).then(
      () => {
        if (entry.isWanted) queue.add(entry);
        fetchMore();
      },
      () => undefined,
    );
  }

  async function fetchEntry(entry: Entry): Promise<void> {
    active++;
    try {
      receive(entry, await read(entry.source));
    } catch (error) {
      retryLater(entry, error);
    }
    active--;
    fetchMore();
  }

  function fetchMore(): void {
    for (const entry of queue) {
      if (signal.aborted || active >= CONCURRENCY || waitingBytes >= MAX_WAITING_BYTES) return;
      queue.delete(entry);
      void fetchEntry(entry);
    }
  }

  function enter(source: FileDataSource): void {
    const key = keyOf(source);
    if (entries.has(key)) return;
    const entry: Entry = { source, content: null, failures: 0, isWanted: true };
    entries.set(key, entry);
    queue.add(entry);
  }

  function forget(entry: Entry): void {
    entry.isWanted = false;
    waitingBytes -= entry.content?.length ?? 0;
    queue.delete(entry);
    ready.delete(entry);
  }

  return {
    reset(sources) {
      const before = entries;
      entries = new Map();
      for (const source of sources) {
        const known = before.get(keyOf(source));
        if (known === undefined) enter(source);
        else entries.set(keyOf(source), known);
        before.delete(keyOf(source));
      }
      for (const entry of before.values()) forget(entry);
      fetchMore();
    },
    add(source) {
      enter(source);
      fetchMore();
    },
    hasReady: () => ready.size > 0,
    take() {
      if (ready.size === 0) return [];
      const taken = [...ready].sort((left, right) => left.source.file.region - right.source.file.region);
      ready = new Set();
      for (const entry of taken) {
        forget(entry);
        entries.delete(keyOf(entry.source));
      }
      fetchMore();
      return taken.map(({ content, source }) => ({ source, content: content ?? new Uint8Array(0) }));
    },
  };
}
