/**
 * Runs a PostgreSQL server for its parent and ends it when the parent ends, in whatever way: tests leave nothing behind.
 * Started with the folder of PostgreSQL and a password. Obeys lines on its input: `crash` ends the server at once, without
 * a checkpoint; `start` starts it again. Says `ready <port>` or `down` on its output after each.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Binaries, type RunAs, runnableBinaries, unprivileged } from "./binaries.ts";

const START_ATTEMPTS = 5;

const [native = "", password = ""] = process.argv.slice(2);
// What it tests is the indexer, not the disk.
const SETTINGS = ["fsync=off", "full_page_writes=off", "max_connections=200", "shared_buffers=64MB", "jit=off"];

/** Where everything is. */
interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
}

async function createCluster(): Promise<Cluster> {
  const runAs = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), "indexer-postgres-"));
  try {
    if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(folder, runAs.uid, runAs.gid);
    await chmod(folder, 0o755);
    const binaries = await runnableBinaries(native, folder, runAs);
    const data = join(folder, "data");
    const passwordFile = join(folder, "password");
    await writeFile(passwordFile, password, { mode: 0o644 });
    const args = ["-D", data, "-U", "postgres", `--pwfile=${passwordFile}`, "-A", "scram-sha-256", "-E", "UTF8"];
    const options = { ...runAs, cwd: folder, encoding: "utf8" } as const;
    const made = spawnSync(binaries.initdb, [...args, "--locale=C", "--no-sync", "--no-instructions"], options);
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
    return { folder, data, binaries, runAs };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Resolves with the running server, or with what it said when it ended at once. */
function startServer(cluster: Cluster, port: number): Promise<ChildProcess | string> {
  const settings = [...SETTINGS, "listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`];
  const server = spawn(
    cluster.binaries.postgres,
    ["-D", cluster.data, ...settings.flatMap((setting) => ["-c", setting])],
    { ...cluster.runAs, cwd: cluster.folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  let output = "";
  return new Promise((resolve) => {
    server.once("error", (error) => resolve(error.message));
    server.once("exit", () => resolve(output));
    server.stderr?.on("data", (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString();
      if (output.includes("ready to accept connections")) resolve(server);
    });
  });
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGQUIT");
  await once(server, "exit");
}

/** On a free port: another process may take the one that was free a moment ago. */
async function startSomewhere(cluster: Cluster): Promise<{ server: ChildProcess; port: number }> {
  let output = "";
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const port = await freePort();
    const server = await startServer(cluster, port);
    if (typeof server !== "string") return { server, port };
    output = server;
  }
  throw new Error(`PostgreSQL does not start: ${output}`);
}

const cluster = await createCluster();
try {
  const started = await startSomewhere(cluster);
  const { port } = started;
  let { server } = started;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`ready ${port}`);
  // Signals that end the parent's whole group must not end what cleans up behind it.
  const commands = createInterface({ input: process.stdin });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => commands.close());
  for await (const command of commands) {
    if (command === "crash") {
      await stopServer(server);
      say("down");
    } else if (command === "start") {
      const again = await startServer(cluster, port);
      if (typeof again === "string") throw new Error(`PostgreSQL does not start again: ${again}`);
      server = again;
      say(`ready ${port}`);
    }
  }
  await stopServer(server);
} finally {
  await rm(cluster.folder, { recursive: true, force: true });
}
