import type { Logger } from "pino";
import type { DynamicDataSource } from "../store/store.ts";
import type { DataSource, DataSourceFactory } from "./data-source.ts";
import type { FileDataSource } from "./file-monitor.ts";

/** A dynamic data source that is new. */
export interface AddedSource {
  /** As it is stored. */
  readonly stored: DynamicDataSource;
  /** Null for a file. */
  readonly contract: DataSource | null;
  /** Null for a contract. */
  readonly file: FileDataSource | null;
}

/** The data sources in force, in graph-node's order: those of the manifest, then dynamic ones as they were created. */
export interface SourceList {
  /** Those that listen to the chain. */
  all(): readonly DataSource[];
  /**
   * Adds a dynamic data source; null when the same one is there already.
   * @throws MappingError when its parameters are not one address.
   */
  add(source: DynamicDataSource): AddedSource | null;
  /** Starts over with the manifest's and the given ones; returns the files whose handlers have not run. */
  reset(dynamic: readonly DynamicDataSource[]): readonly FileDataSource[];
}

function identityOf(source: DynamicDataSource): string {
  const context = source.context === null ? null : [...source.context].sort();
  return JSON.stringify([source.template, source.params, context]);
}

function asFile(source: DataSource): FileDataSource | null {
  const { file } = source;
  return file === null ? null : { ...source, file };
}

/** Starts with the manifest's data sources. */
export function createSourceList(factory: DataSourceFactory, logger: Logger): SourceList {
  let sources: DataSource[] = [...factory.static];
  let identities = new Set<string>();
  let lastRegion = 0;

  function place(stored: DynamicDataSource): AddedSource {
    const made = factory.fromTemplate(stored);
    const file = asFile(made);
    identities.add(identityOf(stored));
    lastRegion = Math.max(lastRegion, stored.region ?? 0);
    if (file === null) sources.push(made);
    return { stored, contract: file === null ? made : null, file };
  }

  return {
    all: () => sources,
    add(source) {
      if (identities.has(identityOf(source))) {
        logger.warn(
          { template: source.template, params: source.params, block: source.createdAt },
          "data source exists",
        );
        return null;
      }
      const isFile = factory.isFile(source.template);
      return place(isFile ? { ...source, region: lastRegion + 1, doneAt: null } : source);
    },
    reset(dynamic) {
      sources = [...factory.static];
      identities = new Set();
      lastRegion = 0;
      const pending: FileDataSource[] = [];
      for (const stored of dynamic) {
        const { file } = place(stored);
        if (file !== null && stored.doneAt === null) pending.push(file);
      }
      return pending;
    },
  };
}
