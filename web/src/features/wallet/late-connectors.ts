import type { Config, CreateConnectorFn } from "wagmi";

/**
 * Adds connectors to a configuration that is already in use, leaving those whose id it has.
 *
 * wagmi sets connectors up when the configuration is made, and that of a large wallet library would be fetched on every page.
 * Its way to add them later is not public API, so it is used here only, and a test watches it.
 */
export function addConnectors(config: Config, connectors: readonly CreateConnectorFn[]): void {
  const { setup, setState } = config._internal.connectors;
  const known = new Set(config.connectors.map(({ id }) => id));
  const added = connectors.map(setup).filter(({ id }) => !known.has(id));
  if (added.length > 0) setState((current) => [...current, ...added]);
}
