import { expect, test } from "./fixtures.ts";
import { graphqlUrl, rpcUrl } from "./stack.ts";

/** Directives of a content policy by name, each with what it allows. */
function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

/** What the page may load and do. Whatever is not named falls back to nothing. */
const strict = () => ({
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "script-src-attr": ["'none'"],
  "worker-src": ["'self'"],
  "style-src": ["'self'"],
  "style-src-attr": ["'none'"],
  "font-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "manifest-src": ["'self'"],
  "connect-src": ["'self'", new URL(rpcUrl()).origin, new URL(graphqlUrl()).origin],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
});

test("every page comes with a strict policy, by header and in the file itself", async ({ page }) => {
  const response = await page.goto("/");
  const headers = await response?.allHeaders();
  const sent = directives(headers?.["content-security-policy"] ?? "");
  expect(Object.fromEntries(sent)).toEqual({ ...strict(), "frame-ancestors": ["'none'"] });
  const written = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(Object.fromEntries(directives(written ?? ""))).toEqual(strict());
  // Nothing before it could have been loaded without it.
  expect(await page.evaluate(() => document.head.firstElementChild?.getAttribute("http-equiv"))).toBe(
    "Content-Security-Policy",
  );
  expect(headers?.["referrer-policy"]).toBe("no-referrer");
  expect(headers?.["x-content-type-options"]).toBe("nosniff");
});

/** What somebody would try who could put something into the page, by the directive that has to refuse it. */
const BREACHES: Readonly<Record<string, string>> = {
  "script-src-elem":
    "document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))",
  "script-src-attr": "document.body.insertAdjacentHTML('beforeend', '<i onclick=\"window.ran = 1\"></i>')",
  "style-src-elem":
    "document.head.append(Object.assign(document.createElement('style'), { textContent: '* { color: red }' }))",
  "style-src-attr": "document.body.insertAdjacentHTML('beforeend', '<i style=\"color: red\"></i>')",
  "img-src": "new Image().src = 'http://127.0.0.2/pixel.png'",
  "connect-src": "fetch('http://127.0.0.2/').catch(() => {})",
  "worker-src": "new Worker(URL.createObjectURL(new Blob(['0'])))",
  "frame-src": "document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://127.0.0.2/' }))",
  "form-action":
    "(form => { document.body.append(form); form.submit() })(Object.assign(document.createElement('form'), { action: 'http://127.0.0.2/' }))",
  "base-uri": "document.head.append(Object.assign(document.createElement('base'), { href: 'http://127.0.0.2/' }))",
};

test("what is put into the page from elsewhere is refused, and would fail any test", async ({
  page,
  watched,
  allowConsoleErrors,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: /Who owns whom/ })).toBeVisible();
  for (const [directive, attempt] of Object.entries(BREACHES)) {
    await page.evaluate(attempt);
    await expect
      .poll(() => watched.problems.join("\n"), directive)
      .toContain(`breach of the policy: ${directive} refused`);
  }
  await page.evaluate(() => {
    // Only the policy can refuse this: the test's own evaluation is above it.
    const timer = globalThis as unknown as { setTimeout(code: string): void };
    timer.setTimeout("window.ran = 1");
  });
  await expect.poll(() => watched.problems.join("\n")).toContain("breach of the policy: script-src refused eval");
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  allowConsoleErrors(/breach of the policy|Content Security Policy|127\.0\.0\.2/);
});
