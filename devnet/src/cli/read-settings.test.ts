import { describe, expect, test } from "vitest";
import { readSettings } from "./read-settings.ts";

describe("readSettings", () => {
  test("has the usual ports and the whole story when nothing is said", () => {
    const ports = { rpcPort: 8545, graphqlPort: 8000, webPort: 5173 };
    const usual = { ...ports, ipfs: undefined, story: "full", currency: "native" };
    expect(readSettings({})).toEqual(usual);
    expect(readSettings({ PORT: "", RPC_PORT: "", STORY: "", CURRENCY: "" })).toEqual(usual);
  });

  test("takes what the environment says", () => {
    const ipfs = "http://127.0.0.1:5001/api/v0";
    const ports = { RPC_PORT: "9545", GRAPHQL_PORT: "9000", PORT: "3000" };
    expect(readSettings({ ...ports, IPFS_URL: ipfs, STORY: "trio", CURRENCY: "dollar" })).toEqual({
      rpcPort: 9545,
      graphqlPort: 9000,
      webPort: 3000,
      ipfs,
      story: "trio",
      currency: "dollar",
    });
  });

  test.each(["0", "65536", "80a", "-1", "1e3", " "])("refuses %j as a port", (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(`PORT=${PORT} can't be used: a port is 1 to 65535.`);
  });

  test("takes addresses on this machine, and ports before addresses", () => {
    const addresses = { RPC_URL: "http://localhost:9545", GRAPHQL_URL: "http://127.0.0.1:9000/subgraphs/name/weft" };
    expect(readSettings(addresses)).toMatchObject({ rpcPort: 9545, graphqlPort: 9000 });
    expect(readSettings({ ...addresses, RPC_PORT: "9999" })).toMatchObject({ rpcPort: 9999, graphqlPort: 9000 });
  });

  test.each(["https://rpc.example.org:443", "http://10.0.0.1:8545", "http://127.0.0.1", "nonsense"])(
    "refuses the address %s",
    (RPC_URL) => {
      expect(() => readSettings({ RPC_URL })).toThrow(
        `RPC_URL=${RPC_URL} can't be used: what is started here is at http://127.0.0.1:<port>.`,
      );
    },
  );

  test("refuses one port for two things", () => {
    expect(() => readSettings({ PORT: "8000" })).toThrow("PORT=8000 can't be used: GRAPHQL_PORT has the same port.");
  });

  test.each(["ipfs.io", "ftp://127.0.0.1", "nonsense"])("refuses %s as a gateway", (IPFS_URL) => {
    expect(() => readSettings({ IPFS_URL })).toThrow(
      `IPFS_URL=${IPFS_URL} can't be used: a gateway is an address such as https://ipfs.io/ipfs.`,
    );
  });

  test("refuses a story that nobody wrote", () => {
    expect(() => readSettings({ STORY: "epic" })).toThrow("STORY=epic can't be used: stories are full, trio, none.");
  });

  test("refuses a currency that is not there", () => {
    expect(() => readSettings({ CURRENCY: "USDC" })).toThrow(
      "CURRENCY=USDC can't be used: currencies are native, dollar, old-dollar.",
    );
  });
});
