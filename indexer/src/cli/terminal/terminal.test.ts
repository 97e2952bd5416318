import { expect, test } from "vitest";
import { createLogger } from "./create-logger.ts";
import { createTerminal } from "./terminal.ts";

function output(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

test("log lines scroll above the line that changes", () => {
  const screen = output(true);
  const terminal = createTerminal(screen);
  terminal.log("first\n");
  terminal.status("50 %");
  terminal.log("second\n");
  terminal.end();
  terminal.log("third\n");
  const clear = "\r\u001b[2K";
  expect(screen.written).toEqual(["first\n", `${clear}50 %`, clear, "second\n50 %", clear, "third\n"]);
});

test("the line that changes fits the terminal, and is written only when it changes", () => {
  const screen = { ...output(true), columns: 5 };
  const terminal = createTerminal(screen);
  terminal.status("123456");
  terminal.status("123456");
  terminal.status("12");
  const clear = "\r\u001b[2K";
  expect(screen.written).toEqual([`${clear}1234`, `${clear}12`]);
});

test("without a terminal there is no line that changes", () => {
  const file = output(false);
  const terminal = createTerminal(file);
  terminal.status("50 %");
  terminal.log("entry\n");
  terminal.end();
  expect(file.written).toEqual(["entry\n"]);
});

test("entries for people and for programs", () => {
  const file = output(false);
  const terminal = createTerminal(file);
  createLogger("info", "pretty", terminal).warn({ reason: "no answer", block: 5, rate: 1.234 }, "waiting");
  createLogger("info", "pretty", terminal).debug("not this");
  createLogger("info", "json", terminal).info({ block: 5 }, "progress");
  createLogger("info", "pretty", terminal).error({ err: new Error("boom") }, "stopped");
  expect(file.written[0]).toMatch(/^\d\d:\d\d:\d\d WARN {2}waiting reason="no answer" block=5 rate=1\.2\n$/);
  expect(JSON.parse(file.written[1] ?? "")).toMatchObject({ level: 30, block: 5, msg: "progress" });
  expect(file.written[2]).toMatch(/ERROR stopped\nError: boom\n +at /);
  expect(file.written).toHaveLength(3);
});
