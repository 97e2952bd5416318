import { describe, expect, test } from "vitest";
import { readSettings } from "./read-settings.ts";

describe("readSettings", () => {
  test("has the usual ports and the whole story when nothing is said", () => {
    const usual = { rpcPort: 8545, graphqlPort: 8000, webPort: 5173, story: "full" };
    expect(readSettings({})).toEqual(usual);
    expect(readSettings({ PORT: "", RPC_PORT: "", STORY: "" })).toEqual(usual);
  });

  test("takes what the environment says", () => {
    expect(readSettings({ RPC_PORT: "9545", GRAPHQL_PORT: "9000", PORT: "3000", STORY: "trio" })).toEqual({
      rpcPort: 9545,
      graphqlPort: 9000,
      webPort: 3000,
      story: "trio",
    });
  });

  test.each(["0", "65536", "80a", "-1", "1e3", " "])("refuses %j as a port", (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(`PORT=${PORT} can't be used: a port is 1 to 65535.`);
  });

  test("refuses one port for two things", () => {
    expect(() => readSettings({ PORT: "8000" })).toThrow("PORT=8000 can't be used: GRAPHQL_PORT has the same port.");
  });

  test("refuses a story that nobody wrote", () => {
    expect(() => readSettings({ STORY: "epic" })).toThrow("STORY=epic can't be used: stories are full, trio, none.");
  });
});
