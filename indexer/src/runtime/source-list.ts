import type { Logger } from "pino";
import type { DynamicDataSource } from "../store/store.ts";
import type { DataSource, DataSourceFactory } from "./data-source.ts";

/** The data sources in force, in graph-node's order: those of the manifest, then dynamic ones as they were created. */
export interface SourceList {
  all(): readonly DataSource[];
  /**
   * Adds a dynamic data source; null when the same one is there already.
   * @throws MappingError when its parameters are not one address.
   */
  add(source: DynamicDataSource): DataSource | null;
  /** Starts over with the manifest's and the given ones. */
  reset(dynamic: readonly DynamicDataSource[]): void;
}

function identityOf(source: DynamicDataSource): string {
  const context = source.context === null ? null : [...source.context].sort();
  return JSON.stringify([source.template, source.params, context]);
}

/** Starts with the manifest's data sources. */
export function createSourceList(factory: DataSourceFactory, logger: Logger): SourceList {
  let sources: DataSource[] = [...factory.static];
  let identities = new Set<string>();

  function add(source: DynamicDataSource): DataSource | null {
    const identity = identityOf(source);
    if (identities.has(identity)) {
      logger.warn({ template: source.template, params: source.params, block: source.createdAt }, "data source exists");
      return null;
    }
    const made = factory.fromTemplate(source);
    identities.add(identity);
    sources.push(made);
    return made;
  }

  return {
    all: () => sources,
    add,
    reset(dynamic) {
      sources = [...factory.static];
      identities = new Set();
      for (const source of dynamic) add(source);
    },
  };
}
