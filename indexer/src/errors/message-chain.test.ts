import { expect, it } from "vitest";
import { messageChain } from "./message-chain.ts";

it.each([
  [new Error("outer.", { cause: new Error("inner.") }), "outer: inner."],
  [new Error("cannot open: no such file", { cause: new Error("no such file") }), "cannot open: no such file"],
  [
    new Error("cannot connect: refused. Is it running?", {
      cause: new Error("refused. Is it running?", { cause: new Error("refused") }),
    }),
    "cannot connect: refused. Is it running?",
  ],
  [new Error("same", { cause: new Error("same") }), "same"],
  ["no error", "no error"],
])("%s", (error, message) => {
  expect(messageChain(error)).toBe(message);
});

it("ends where causes go round in a circle", () => {
  const error = new Error("round");
  error.cause = error;
  expect(messageChain(error)).toBe("round");
});
