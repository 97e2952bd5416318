// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { TransactState } from "./transact-state.ts";
import { TransactStatus } from "./transact-status.tsx";

const HASH = `0x${"ab".repeat(32)}` as const;
const WHY = { title: "These terms have ended", detail: "They ended yesterday.", next: "Form a new network." };
const block = 214_881;

afterEach(cleanup);

test.each<[TransactState, "status" | "alert", RegExp]>([
  [{ name: "checking" }, "status", /^Checking against the chain …$/],
  [
    { name: "ready", fee: 5n * 10n ** 14n, whole: true },
    "status",
    /this would go through, for a network fee of about 0\.0005 ETH\.$/,
  ],
  [{ name: "ready", fee: undefined, whole: false }, "status", /the first step would go through\.$/],
  [{ name: "signing", what: "call" }, "status", /^Your wallet asks you to confirm\.$/],
  [{ name: "signing", what: "permit" }, "status", /It costs nothing\.$/],
  [{ name: "pending", hash: HASH, live: {} }, "status", /^Sent, waiting for a block\.$/],
  [{ name: "pending", hash: HASH, live: { unreachable: true } }, "status", /goes on by itself once it does\.$/],
  [
    { name: "confirmed", hash: HASH, block, live: { index: "usual" } },
    "status",
    /^In block 214,881, updating the pages\.$/,
  ],
  [
    { name: "confirmed", hash: HASH, block, live: { index: "late", indexBlock: 214_800 } },
    "status",
    /The index is at block 214,800, 81 behind; what you did is on the chain\.$/,
  ],
  [
    { name: "confirmed", hash: HASH, block, live: { index: "stuck", indexBlock: undefined } },
    "status",
    /The index does not answer now\. .* don’t send it again\. Come back later/,
  ],
  [
    { name: "indexed", hash: HASH, block, done: "You staked 5 ADA." },
    "status",
    /^You staked 5 ADA\..*In block 214,881; the pages show it\./,
  ],
  [{ name: "would-fail", why: WHY }, "alert", /^These terms have ended.*Form a new network\.$/],
  [{ name: "rejected", why: WHY }, "status", /^These terms have ended/],
  [{ name: "failed", why: WHY, hash: HASH }, "alert", /^These terms have ended/],
])("$0.name is read out as $2", (state, role, words) => {
  render(<TransactStatus state={state} />);
  expect(screen.getByRole(role).textContent).toMatch(words);
});

test("nothing is said before anything was asked", () => {
  const { container } = render(<TransactStatus state={{ name: "idle" }} />);
  expect(container.textContent).toBe("");
});

test("a transaction can be looked up from the moment it is sent", () => {
  render(<TransactStatus state={{ name: "pending", hash: HASH, live: {} }} />);
  expect(screen.getByText("0xabab…abab")).toBeDefined();
  expect(screen.getByRole("button", { name: "Copy the hash" })).toBeDefined();
});
