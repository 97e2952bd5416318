import type { Config, Connector, CreateConnectorFn } from "wagmi";

/**
 * Adds connectors to a configuration that is already in use. Those whose id it has stay, since one may be connected; they
 * only receive what the newcomer knows beyond them, such as how the dialog lists it.
 *
 * wagmi sets connectors up when the configuration is made, and that of a large wallet library would be fetched on every page.
 * Its way to add them later is not public API, so it is used here only, and a test watches it.
 */
export function addConnectors(config: Config, connectors: readonly CreateConnectorFn[]): void {
  const { setup, setState } = config._internal.connectors;
  const known = new Map(config.connectors.map((connector) => [connector.id, connector]));
  const added: Connector[] = [];
  for (const newcomer of connectors.map(setup)) {
    const present = known.get(newcomer.id);
    if (present === undefined) added.push(newcomer);
    else Object.assign(present, { ...newcomer, ...present });
  }
  setState((current) => [...current, ...added]);
}
