import { describe, expect, test } from "vitest";
import { fromRoot } from "../paths.ts";
import { runCommand } from "./run-command.ts";

const script = (code: string) => ({ command: process.execPath, args: ["--eval", code], cwd: fromRoot() });

describe("runCommand", () => {
  test("runs quietly, on this Node.js, with what is added to the environment", async () => {
    const code = `process.exit(process.env.ADDED === "yes" && process.env.PATH.startsWith(require("node:path").dirname(process.execPath)) ? 0 : 1)`;
    await expect(runCommand({ ...script(code), env: { ADDED: "yes" } })).resolves.toBeUndefined();
  });

  test("fails with the tool's last words", async () => {
    await expect(runCommand(script(`console.error("no such contract"); process.exit(3)`))).rejects.toThrow(
      /failed \(3\)\.\nno such contract/,
    );
  });

  test("fails with the cause when there is no such tool", async () => {
    const nowhere = { command: fromRoot("no", "such", "tool"), args: [], cwd: fromRoot() };
    await expect(runCommand(nowhere)).rejects.toThrow(/ENOENT/);
  });

  test("ends the tool when it is told to", async () => {
    const stop = new AbortController();
    const running = runCommand({ ...script("setInterval(() => {}, 1000)"), signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toThrow(/aborted/);
  });
});
