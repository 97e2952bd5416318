import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { CommandFailedError } from "../errors.ts";
import { fromRoot } from "../paths.ts";

/** Enough of a tool's last words to explain a failure. */
const KEPT_OUTPUT = 8_000;

/** A tool to run. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the tool. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a tool quietly, on the Node.js that runs this.
 *
 * @throws CommandFailedError with the tool's last words when it fails.
 */
export function runCommand({ command, args, cwd, env = {}, signal }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (code: number | string, cause?: unknown) => {
      const error = new CommandFailedError([command, ...args].join(" "), code, output);
      error.cause = cause;
      reject(error);
    };
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: pathOfTools(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal && { signal }),
    });
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => fail(error.message, error));
    child.on("close", (code, killedBy) => (code === 0 ? resolve() : fail(code ?? killedBy ?? "ended")));
  });
}

/** Tools are scripts that ask for `node`: the one that runs this comes first. */
function pathOfTools(): string {
  return [dirname(process.execPath), fromRoot("node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
}

/** Path of a tool that a package of the workspace depends on. */
export function toolOf(folder: string, name: string): string {
  return fromRoot(folder, "node_modules", ".bin", name);
}
