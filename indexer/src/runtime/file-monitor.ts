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
  active: boolean;
  failures: number;
  /** When the next try may begin, in milliseconds. */
  dueAt: number;
}

/** Starts without files; ends when `signal` aborts. */
export function createFileMonitor(stores: FileStores, logger: Logger, signal: AbortSignal): FileMonitor {
  let entries = new Map<string, Entry>();
  let active = 0;

  /** The same file of the same data source, in whichever session. */
  const keyOf = ({ file, mapping }: FileDataSource) => `${file.region} ${mapping.name} ${file.id}`;

  function waitingBytes(): number {
    return [...entries.values()].reduce((sum, entry) => sum + (entry.content?.length ?? 0), 0);
  }

  async function read({ file, mapping }: FileDataSource): Promise<Uint8Array> {
    const store = mapping.kind === "file/ipfs" ? stores.ipfs : stores.arweave;
    if (store === null) throw new Error(`no gateway is set for files of kind ${mapping.kind}`);
    return store.read(file.id, signal);
  }

  async function fetchEntry(entry: Entry): Promise<void> {
    const { file, mapping } = entry.source;
    entry.active = true;
    active++;
    try {
      entry.content = await read(entry.source);
    } catch (error) {
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** entry.failures, MAX_PAUSE_MS);
      entry.failures++;
      entry.dueAt = Date.now() + pause;
      if (!signal.aborted) {
        const fields = { template: mapping.name, file: file.id, reason: messageChain(error), retryInMs: pause };
        logger.warn(fields, "file not available, trying again");
        wakeIn(pause);
      }
    } finally {
      entry.active = false;
      active--;
    }
    fetchMore();
  }

  function wakeIn(pause: number): void {
    sleep(pause, undefined, { signal, ref: false }).then(fetchMore, () => undefined);
  }

  function fetchMore(): void {
    if (signal.aborted) return;
    const now = Date.now();
    for (const entry of entries.values()) {
      if (active >= CONCURRENCY || waitingBytes() >= MAX_WAITING_BYTES) return;
      if (entry.content === null && !entry.active && entry.dueAt <= now) void fetchEntry(entry);
    }
  }

  function add(source: FileDataSource): void {
    const key = keyOf(source);
    if (!entries.has(key)) entries.set(key, { source, content: null, active: false, failures: 0, dueAt: 0 });
  }

  return {
    reset(sources) {
      const before = entries;
      entries = new Map();
      for (const source of sources) {
        const known = before.get(keyOf(source));
        if (known === undefined) add(source);
        else entries.set(keyOf(source), known);
      }
      fetchMore();
    },
    add(source) {
      add(source);
      fetchMore();
    },
    hasReady: () => [...entries.values()].some((entry) => entry.content !== null),
    take() {
      const ready: ReadyFile[] = [];
      for (const [key, { content, source }] of entries) {
        if (content === null) continue;
        ready.push({ source, content });
        entries.delete(key);
      }
      if (ready.length > 0) fetchMore();
      return ready;
    },
  };
}
