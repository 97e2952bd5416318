import { expect, it } from "vitest";
import { createChangeCount } from "./change-count.ts";
import { DatabaseUnavailableError } from "./store-error.ts";

const lost = () => Promise.reject(new DatabaseUnavailableError("committing", null, new Error("connection ended")));

it("stays the same until something changes", async () => {
  const changes = createChangeCount();
  const first = changes.read();
  expect(first).toBe(changes.read());
  await changes.during(async () => undefined);
  expect(changes.read()).not.toBe(first);
});

it("is unknown during a change", async () => {
  const changes = createChangeCount();
  await changes.during(async () => expect(changes.read()).toBeNull());
  expect(changes.read()).not.toBeNull();
});

it("counts what failed, which may have been seen", async () => {
  const changes = createChangeCount();
  const first = changes.read();
  await changes.during(() => Promise.reject(new Error("refused"))).catch(() => undefined);
  expect(changes.read()).not.toBeNull();
  expect(changes.read()).not.toBe(first);
});

it("is unknown after a lost connection until a write succeeds", async () => {
  const changes = createChangeCount();
  await changes.during(lost).catch(() => undefined);
  expect(changes.read()).toBeNull();
  await changes.during(() => Promise.reject(new Error("refused"))).catch(() => undefined);
  expect(changes.read()).toBeNull();
  await changes.during(async () => undefined);
  expect(changes.read()).not.toBeNull();
});
