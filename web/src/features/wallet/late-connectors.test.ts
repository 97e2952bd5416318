import { expect, test } from "vitest";
import { createConfig, createConnector, http, injected, mock } from "wagmi";
import { connect } from "wagmi/actions";
import { chain } from "../../chain/chain.ts";
import { addConnectors } from "./late-connectors.ts";

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

const newConfig = () =>
  createConfig({ chains: [chain], connectors: [injected()], storage: null, transports: { [chain.id]: http() } });

/** A connector that answers without a chain. */
const named = (id: string) =>
  createConnector((config) => ({
    ...mock({ accounts: [ADA] })(config),
    id,
    connect: async () => ({ accounts: [ADA] as never, chainId: chain.id }),
  }));

test("connectors can be added to a configuration that is in use, and connected", async () => {
  const config = newConfig();
  const heard: number[] = [];
  config._internal.connectors.subscribe((connectors) => heard.push(connectors.length));
  addConnectors(config, [named("ada"), named("ben")]);
  expect(config.connectors.map(({ id }) => id)).toEqual(["injected", "ada", "ben"]);
  expect(heard).toEqual([3]);
  const connector = config.connectors[1];
  if (!connector) throw new Error("The configuration lost the connector.");
  await connect(config, { connector });
  expect(config.state.status).toBe("connected");
  expect(config.state.connections.get(connector.uid)?.accounts).toEqual([ADA]);
});

test("adding them again leaves those that are there, since one may be connected", () => {
  const config = newConfig();
  addConnectors(config, [named("ada")]);
  const [, first] = config.connectors;
  addConnectors(config, [named("ada"), named("ben")]);
  expect(config.connectors.map(({ id }) => id)).toEqual(["injected", "ada", "ben"]);
  expect(config.connectors[1]).toBe(first);
});

test("one that is there learns how the dialog lists it, so that it stays in the list after a reload", () => {
  const config = newConfig();
  addConnectors(config, [named("ada")]);
  const details = { rkDetails: { groupName: "On this machine", index: 0 } };
  addConnectors(config, [(wagmi) => ({ ...named("ada")(wagmi), ...details })]);
  expect(config.connectors[1]).toMatchObject(details);
});
