import { test as base, expect } from "@playwright/test";
import { type Watch, watch } from "./watch.ts";

/** Console errors that a test provokes on purpose, by a part of their text. */
export interface Allowed {
  allowConsoleErrors(part: RegExp): void;
}

/**
 * A browser whose pages fail the test on any console error, uncaught exception, breach of the content policy or request to
 * another host, in whichever of its pages.
 */
export const test = base.extend<Allowed & { watched: Watch }>({
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
