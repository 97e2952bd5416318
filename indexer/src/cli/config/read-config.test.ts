import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RUN_SETTINGS } from "../run-settings.ts";
import { describeSettings } from "./describe-settings.ts";
import { printConfig } from "./print-config.ts";
import { readConfig, required } from "./read-config.ts";
import { envName, type SettingKind } from "./setting.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "config-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const read = (args: readonly string[], environment: Record<string, string> = {}) =>
  readConfig(RUN_SETTINGS, args, environment);

/** A text that a setting of the kind takes. */
function sampleOf(kind: SettingKind): string {
  if (kind.type === "choice") return kind.of[0] ?? "";
  if (kind.type === "url") return `${kind.protocols[0]}://a/`;
  if (kind.type === "number") return "7";
  if (kind.type === "optional number") return kind.none;
  return kind.type === "switch" ? "true" : "/x";
}

describe("where values come from", () => {
  it("prefers the command line to the environment to the file to the default", () => {
    const file = write("all.yaml", "port: 1\npolling-interval: 1\nname: file\nhost: 127.0.0.1\n");
    const environment = { INDEXER_PORT: "2", INDEXER_POLLING_INTERVAL: "2" };
    const { origins, values } = read(["--config", file, "--port", "3"], environment);
    expect(values).toMatchObject({ port: 3, "polling-interval": 2, name: "file", watch: false });
    expect([origins.get("port"), origins.get("polling-interval"), origins.get("name"), origins.get("watch")]).toEqual([
      { text: "3", from: "flag", name: "--port" },
      { text: "2", from: "environment", name: "INDEXER_POLLING_INTERVAL" },
      { text: "file", from: "file", name: file },
      { text: "false", from: "default", name: "" },
    ]);
    expect(values["log-level"]).toBeUndefined();
  });

  it("finds the file by the environment too, in JSON too, and its paths beside it", () => {
    const file = write("some.json", '{ "data-dir": "data", "watch": true }');
    const { values } = read([], { INDEXER_CONFIG: file });
    expect(values).toMatchObject({ "data-dir": join(folder, "data"), watch: true });
  });

  it("takes a variable that others share last of all, and an empty one for none", () => {
    const shared = { DATABASE_URL: "postgres://shared/db" };
    expect(read([], shared).origins.get("database-url")?.from).toBe("shared environment");
    expect(read([], { DATABASE_URL: "mysql://shared/db" }).values["database-url"]).toBeUndefined();
    const own = { ...shared, INDEXER_DATABASE_URL: "postgres://own/db" };
    expect(read([], own).values["database-url"]).toBe("postgres://own/db");
    expect(read([], { INDEXER_PORT: "" }).values.port).toBe(8000);
  });

  it("takes every setting by flag, variable and file alike", () => {
    for (const [name, { kind }] of Object.entries(RUN_SETTINGS)) {
      if (name === "config" || name === "print-config") continue;
      const sample = sampleOf(kind);
      const flag = kind.type === "switch" ? [`--${name}`] : [`--${name}`, sample];
      const key = name as keyof typeof RUN_SETTINGS;
      const byFlag = read(flag).values[key];
      expect(byFlag, name).toBeDefined();
      expect(read([], { [envName(name)]: sample }).values[key], name).toEqual(byFlag);
      expect(read(["--config", write("one.yaml", `${name}: "${sample}"\n`)]).values[key], name).toEqual(byFlag);
      expect(describeSettings(RUN_SETTINGS), name).toContain(`--${name}`);
    }
  });
});

describe("mistakes", () => {
  it.each([
    [["--prot", "1"], "There is no option --prot. Did you mean --port? See --help."],
    [["--zzzzzzz"], "There is no option --zzzzzzz. See --help."],
    [["--port"], "--port needs a value."],
    [["--port", "65536"], '--port must be a whole number from 0 to 65535, not "65536".'],
    [["--port", "-1"], "--port"],
    [["--status-port", "x"], '--status-port must be a whole number from 0 to 65535, or none, not "x".'],
    [["--rpc", "localhost:8545"], "--rpc must be an address that begins with http://"],
    [["--log-level", "loud"], "--log-level must be one of fatal, error, warn, info, debug, silent"],
    [["--watch=maybe"], '--watch must be true or false, not "maybe".'],
  ])("refuses %s", (args, message) => {
    expect(() => read(args)).toThrow(message);
  });

  it("names the variable or the file that is wrong", () => {
    expect(() => read([], { INDEXER_PORT: "many" })).toThrow(
      'INDEXER_PORT must be a whole number from 0 to 65535, not "many".',
    );
    const file = write("wrong.yaml", "port: many\n");
    expect(() => read(["--config", file])).toThrow(`"port" in ${file} must be a whole number`);
  });

  it.each([
    ["data_dir: x", 'has no setting "data_dir". Did you mean data-dir?'],
    ["config: x", 'has no setting "config".'],
    ["port: [1]", '"port" in the configuration file'],
    ["- port", "must hold settings"],
    ["port: {", "neither YAML nor JSON"],
  ])("refuses a file with %s", (content, message) => {
    expect(() => read(["--config", write("bad.yaml", content)])).toThrow(message);
  });

  it("takes an empty file for no settings, and tells of one that is not there", () => {
    expect(read(["--config", write("empty.yaml", "")]).values.port).toBe(8000);
    expect(() => read(["--config", join(folder, "none.yaml")])).toThrow("Cannot read the configuration file");
  });

  it("names every way to give what is missing", () => {
    expect(() => required(read([]).values.rpc, "rpc")).toThrow(
      '--rpc is missing; give it, set INDEXER_RPC, or write "rpc" into the file that --config names.',
    );
  });
});

it("turns switches off too", () => {
  expect(read(["--no-watch"], { INDEXER_WATCH: "true" }).values.watch).toBe(false);
});

it("shows where values came from, and no secrets", () => {
  const { origins } = read(["--rpc", "https://rpc.example/v3/0123456789abcdef0123456789abcdef"], {
    DATABASE_URL: "postgres://user:secret@db/graph",
  });
  const printed = printConfig(RUN_SETTINGS, origins);
  expect(printed).toMatch(/^rpc +https:\/\/rpc\.example\/v3\/\*\*\* +flag --rpc$/m);
  expect(printed).toMatch(/^database-url +postgres:\/\/user:\*\*\*@db\/graph +environment DATABASE_URL$/m);
  expect(printed).toMatch(/^port +8000 +default$/m);
  expect(printed).toMatch(/^log-level +- +not set: warn on a terminal, else info$/m);
});
