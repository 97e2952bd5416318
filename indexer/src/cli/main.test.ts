import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { deployFixture } from "../../test-subgraphs/support/fixture.ts";
import { startAnvil } from "../../test-subgraphs/support/start-anvil.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

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

test("help of the program and of each command, and the version", async () => {
  const [program, indexing, check, schema, help, version] = await Promise.all([
    run("--help"),
    run("run", "--help"),
    run("check", "--help"),
    run("schema", "-h"),
    run("help", "run"),
    run("--version"),
  ]);
  expect([program, indexing, check, schema, help, version].map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(program.output).toContain("Usage: weft-indexer <command>");
  expect(indexing.output).toContain("--data-dir <folder>");
  expect(help.output).toBe(indexing.output);
  expect(check.output).toContain("Usage: weft-indexer check <subgraph.yaml>");
  expect(schema.output).toContain("Usage: weft-indexer schema <schema.graphql>");
  expect(version.output).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("mistakes on the command line end with 2, others with 1, each in one line", async () => {
  const [command, option, manifest, none] = await Promise.all([
    run("rum"),
    run("run", "x.yaml"),
    run("run", "missing.yaml", "--rpc", "http://127.0.0.1:9"),
    run("run", "--rpc", "http://127.0.0.1:9"),
  ]);
  expect(command).toEqual({
    code: 2,
    output: 'There is no command "rum". Did you mean run? See weft-indexer --help.\n',
  });
  expect(option.code).toBe(2);
  expect(option.output).toMatch(/^--rpc is missing; [^\n]*\n$/);
  expect(manifest.code).toBe(1);
  expect(manifest.output).toContain("missing.yaml: cannot read the manifest. Run graph build");
  expect(none.code).toBe(2);
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

test("what a build is, and what of it would fail", async () => {
  const { code, output } = await run("check", builtManifest("factory"));
  expect(code).toBe(0);
  expect(output).toMatch(/^network +localhost$/m);
  expect(output).toMatch(/^data sources +Factory \(\d+ handlers\)$/m);
  const build = join(folder, "build");
  await cp(dirname(builtManifest("factory")), build, { recursive: true });
  const manifest = join(build, "subgraph.yaml");
  await writeFile(
    manifest,
    (await readFile(manifest, "utf8")).replace("handler: handleCreated", "handler: handleNothing"),
  );
  const broken = await run("check", manifest);
  expect(broken.code).toBe(1);
  expect(broken.output).toMatch(/Factory: .*factory\.wasm has no handler `handleNothing`\./i);
});

test("where each setting came from", async () => {
  const { code, output } = await run("run", "--port", "1", "--print-config");
  expect(code).toBe(0);
  expect(output).toMatch(/^port +1 +flag --port$/m);
});

test("waits for a chain that is started later, or until it is interrupted", async () => {
  const first = await startAnvil();
  await first.stop();
  const args = ["run", builtManifest("factory"), "--rpc", first.url, "--port", "0", "--status-port", "none"];
  const waiting = [start(args), start(args)];
  for (const { child, output } of waiting) {
    while (!output().includes("waiting for the chain")) await once(child.stderr ?? child, "data");
    expect(output()).toContain("no answer from http://127.0.0.1:");
  }
  const [served, stopped] = waiting;
  stopped?.child.kill("SIGINT");
  if (stopped !== undefined) expect((await once(stopped.child, "exit"))[0]).toBe(0);
  const anvil = await startAnvil({ port: first.port });
  while (served?.output().includes('"serving"') === false) await once(served.child.stderr ?? served.child, "data");
  served?.child.kill("SIGINT");
  if (served !== undefined) expect((await once(served.child, "exit"))[0]).toBe(0);
  await anvil.stop();
});

test("says what is wrong with files and folders, without a stack", async () => {
  const schema = fileURLToPath(new URL("../../test-subgraphs/factory/schema.graphql", import.meta.url));
  const file = join(folder, "file");
  await writeFile(file, "x");
  const occupied = join(folder, "occupied");
  await mkdir(occupied);
  await writeFile(join(occupied, "mine.txt"), "x");
  const index = (...more: string[]) => run("run", builtManifest("factory"), "--rpc", "http://127.0.0.1:9", ...more);
  const [out, none, dataFile, dataFolder, proc, both] = await Promise.all([
    run("schema", schema, "--out", join(folder, "missing", "api.graphql")),
    run("check", "missing.yaml"),
    index("--data-dir", file),
    index("--data-dir", occupied),
    index("--data-dir", "/proc/nothing/weft"),
    index("--data-dir", "x", "--database-url", "postgres://127.0.0.1/x"),
  ]);
  expect(out.code).toBe(2);
  expect(out.output).toMatch(/^Cannot write "[^"]*api.graphql": ENOENT[^\n]*\n$/);
  expect(none.output).toMatch(/build\/subgraph.yaml: ENOENT[^\n]*\n$/);
  expect(dataFile.output).toMatch(/^cannot use \S*file as data directory: [^\n]*: ENOTDIR[^\n]*\n$/);
  expect(dataFolder.output).toMatch(/^\S*occupied holds other files and no database: [^\n]*\n$/);
  expect(proc.output).toMatch(/^cannot use \/proc\/nothing\/weft as data directory: [^\n]*\n$/);
  expect(both).toEqual({
    code: 2,
    output:
      "Give either database-url (flag --database-url) or data-dir (flag --data-dir): a subgraph is stored in one place.\n",
  });
  expect(await readdir(occupied)).toEqual(["mine.txt"]);
});

test("ends at once when it is interrupted while a server keeps it waiting", async () => {
  let asked = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  // Answers nothing for longer than this test may take.
  const server = createServer(() => asked()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { child, output } = start([
    "run",
    builtManifest("factory"),
    "--rpc",
    `http://127.0.0.1:${port}`,
    "--port",
    "0",
  ]);
  await isAsked;
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  server.closeAllConnections();
  server.close();
  expect([code, output()]).toEqual([0, ""]);
});

test("runs until it is interrupted, and then ends cleanly", async () => {
  const anvil = await startAnvil();
  await deployFixture(anvil.url);
  const config = join(folder, "weft-indexer.yaml");
  await writeFile(config, `rpc: ${anvil.url}\nname: f\nport: 0\nstatus-port: 0\n`);
  const { child, output } = start(["run", builtManifest("factory"), "--config", config]);
  while (!output().includes('"serving"')) await once(child.stderr ?? child, "data");
  const url = /"queries":"([^"]+)"/.exec(output())?.[1] ?? "";
  expect(url).toMatch(/\/subgraphs\/name\/f$/);
  expect((await fetch(new URL("/health", url))).status).toBe(200);
  const status = await fetch(/"status":"(http[^"]+)"/.exec(output())?.[1] ?? "", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `{ indexingStatusForCurrentVersion(subgraphName: "f") { health } }` }),
  });
  expect(await status.json()).toEqual({ data: { indexingStatusForCurrentVersion: { health: "healthy" } } });
  child.kill("SIGINT");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  // What is not for people is JSON, line by line.
  for (const line of output().trim().split("\n")) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
  await anvil.stop();
});
