import { test as base, expect } from "@playwright/test";
import { fromRunner } from "../src/from-runner.ts";
import type { Preparation } from "../src/stacks/prepared-stacks.ts";
import { askForStack, type StackPlace } from "../src/stacks/serve-stacks.ts";
import { testOn } from "./stack.ts";
import { type Watch, watch } from "./watch.ts";

/** Milliseconds that a stack may take to be prepared, on a machine that is busy otherwise. No part of the test's own time. */
const PREPARATION_MS = 300_000;

/** Console errors that a test provokes on purpose, by a part of their text. */
export interface Allowed {
  allowConsoleErrors(part: RegExp): void;
}

/** What a test begins from. */
export interface Beginning {
  /** What has happened before: the whole story, unless a file or group says otherwise by `test.use`. */
  readonly preparation: Preparation;
  readonly stack: StackPlace;
}

/**
 * A page on a stack that is as it was prepared, whatever tests before this one did to it, and a browser whose pages fail the test on
 * any console error, uncaught exception, breach of the content policy or request to another host, in whichever of its pages.
 */
export const test = base.extend<Beginning & Allowed & { watched: Watch }>({
  preparation: [{ story: "full" }, { option: true }],
  stack: [
    async ({ preparation }, use) => {
      const stack = await askForStack(fromRunner("WEFT_STACKS_URL"), preparation);
      testOn(stack);
      await use(stack);
      testOn(undefined);
    },
    { auto: true, timeout: PREPARATION_MS },
  ],
  baseURL: ({ stack }, use) => use(stack.webUrl),
  watched: [
    async ({ context }, use) => {
      const watched = await watch(context);
      await use(watched);
      const left = watched.problems.filter((problem) => !watched.allowed.some((part) => part.test(problem)));
      expect(left, "console errors, exceptions, breaches of the policy and requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
  allowConsoleErrors: async ({ watched }, use) => {
    await use((part) => watched.allowed.push(part));
  },
});

export { expectAccessible, expectNoSidewaysScroll, expectTargets } from "./expect-usable.ts";
export { expect };
