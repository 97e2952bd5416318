import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { deployFixture } from "../../test-subgraphs/support/fixture.ts";
import { startAnvil } from "../../test-subgraphs/support/start-anvil.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

function start(args: readonly string[]): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += String(chunk)));
  return { child, output: () => text };
}

async function run(...args: string[]): Promise<{ readonly code: unknown; readonly output: string }> {
  const { child, output } = start(args);
  const [code] = await once(child, "close");
  return { code, output: output() };
}

test("help of the program and of each command", async () => {
  const [program, indexing, schema] = await Promise.all([run("--help"), run("run", "--help"), run("schema", "-h")]);
  expect([program.code, indexing.code, schema.code]).toEqual([0, 0, 0]);
  expect(program.output).toContain("Usage: weft-indexer <command>");
  expect(indexing.output).toContain("--data-dir <directory>");
  expect(schema.output).toContain("Usage: weft-indexer schema <schema.graphql>");
});

test("mistakes on the command line end with 2, others with 1, each in one line", async () => {
  const [command, option, manifest] = await Promise.all([
    run("walk"),
    run("run", "x.yaml", "--name", "x"),
    run("run", "missing.yaml", "--name", "x", "--rpc", "http://127.0.0.1:9"),
  ]);
  expect(command).toEqual({ code: 2, output: 'There is no command "walk"; see weft-indexer --help.\n' });
  expect(option).toEqual({ code: 2, output: "--rpc is missing; give it, or set INDEXER_RPC_URL.\n" });
  expect(manifest.code).toBe(1);
  expect(manifest.output).toContain("missing.yaml: cannot read the manifest. Run graph build");
});

test("the schema that queries see", async () => {
  const { code, output } = await run(
    "schema",
    fileURLToPath(new URL("../../test-subgraphs/factory/schema.graphql", import.meta.url)),
  );
  expect(code).toBe(0);
  expect(output).toContain("type Query {");
  expect(output).toContain("input Note_filter {");
});

test("runs until it is interrupted, and then ends cleanly", async () => {
  const anvil = await startAnvil();
  await deployFixture(anvil.url);
  const { child, output } = start(["run", builtManifest("factory"), "--rpc", anvil.url, "--name", "f", "--port", "0"]);
  while (!output().includes("Deployment:")) await once(child.stderr ?? child, "data");
  const url = /Queries: +(\S+)/.exec(output())?.[1] ?? "";
  expect((await fetch(new URL("/health", url))).status).toBe(200);
  child.kill("SIGINT");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  await anvil.stop();
});
