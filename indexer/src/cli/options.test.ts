import { expect, test } from "vitest";
import { type OptionSpec, parseOptions, wholeNumber } from "./options.ts";

const SPECS: readonly OptionSpec[] = [
  { flag: "rpc", env: "INDEXER_RPC_URL", value: "url", help: "", fallback: null, required: true },
  { flag: "port", env: "INDEXER_PORT", value: "number", help: "", fallback: "8000", required: false },
];

test("the command line comes before the environment, and that before the default", () => {
  const environment = { INDEXER_RPC_URL: "env", INDEXER_PORT: "1" };
  const given = parseOptions(SPECS, ["file", "--rpc", "flag"], environment);
  expect([given.positionals, given.get("rpc"), given.get("port")]).toEqual([["file"], "flag", "1"]);
  expect(parseOptions(SPECS, [], { INDEXER_RPC_URL: "env" }).get("port")).toBe("8000");
});

test("a missing option names both ways to give it", () => {
  expect(() => parseOptions(SPECS, [], {})).toThrow("--rpc is missing; give it, or set INDEXER_RPC_URL.");
});

test("unknown flags and numbers out of range are refused", () => {
  expect(() => parseOptions(SPECS, ["--nope", "x"], {})).toThrow("--nope");
  expect(() => wholeNumber("port", "65536", 65_535)).toThrow('--port must be a whole number up to 65535, not "65536".');
  expect(() => wholeNumber("port", "-1", 65_535)).toThrow("whole number");
});
