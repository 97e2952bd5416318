// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { TransactState } from "./transact-state.ts";
import { TransactStatus } from "./transact-status.tsx";

const HASH = `0x${"ab".repeat(32)}` as const;
const WHY = {
  title: "These terms have ended",
  detail: "They ended yesterday.",
  next: "Form a new network.",
};

afterEach(cleanup);

test.each<[TransactState, "status" | "alert", RegExp]>([
  [{ name: "checking" }, "status", /^Checking against the chain …$/],
  [{ name: "ready" }, "status", /^Checked against the chain just now: this would go through\.$/],
  [{ name: "signing" }, "status", /^Your wallet asks you to sign\.$/],
  [{ name: "pending", hash: HASH }, "status", /^Sent as 0xabab…abab, waiting for a block$/],
  [{ name: "confirmed", hash: HASH, block: 214_881, late: false }, "status", /^In block 214,881, updating the pages$/],
  [{ name: "confirmed", hash: HASH, block: 1, late: true }, "status", /The index takes longer than usual/],
  [{ name: "indexed", hash: HASH, block: 214_881 }, "status", /^Done.*In block 214,881; the pages show it\.$/],
  [{ name: "would-fail", why: WHY }, "alert", /^These terms have ended.*Form a new network\.$/],
  [{ name: "rejected", why: WHY }, "status", /^These terms have ended/],
  [{ name: "failed", why: WHY, hash: HASH }, "alert", /^These terms have ended/],
])("%j is read out", (state, role, words) => {
  render(<TransactStatus state={state} />);
  expect(screen.getByRole(role).textContent).toMatch(words);
});

test("nothing is said before anything was asked", () => {
  const { container } = render(<TransactStatus state={{ name: "idle" }} />);
  expect(container.textContent).toBe("");
});

test("the end can be said in the words of the act", () => {
  render(<TransactStatus state={{ name: "indexed", hash: HASH, block: 7 }} done="You staked 12,000 ADA" />);
  expect(screen.getByText("You staked 12,000 ADA")).toBeDefined();
});
