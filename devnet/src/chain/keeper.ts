// Runs one program for a parent process and ends it with the parent, however the parent ends: when the channel between
// them closes, the program is killed and its scratch folder removed. Started by `start-chain.ts` with the folder, the
// program and its arguments.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import type { KeeperMessage } from "./keeper-message.ts";

/** Enough of the program's last words to explain a failure. */
const KEPT_OUTPUT = 4_000;

const [scratch = "", program = "", ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
let output = "";
let ready = false;

const tell = (message: KeeperMessage): void => {
  if (process.connected) process.send?.(message);
};

function listen(chunk: Buffer): void {
  if (ready) return;
  output = (output + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
  const port = output.match(/Listening on [\d.]+:(\d+)/)?.[1];
  if (port === undefined) return;
  ready = true;
  tell({ kind: "ready", port: Number(port), pid: child.pid ?? 0 });
}

child.stdout.on("data", listen);
child.stderr.on("data", listen);
child.on("error", (error) => {
  tell({ kind: "ended", output: error.message });
  process.exitCode = 1;
  process.disconnect?.();
});
child.on("close", () => {
  rmSync(scratch, { recursive: true, force: true });
  tell({ kind: "ended", output });
  if (process.connected) process.disconnect?.();
});
process.on("disconnect", () => child.kill("SIGKILL"));
// The parent decides when to end: what a terminal sends to all its processes is not for this one.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("SIGTERM", () => child.kill("SIGKILL"));
