import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.ts";

/** Most that Explore may fetch before anybody touches it, in bytes after gzip; fonts are compressed already. */
const BUDGET = { script: 230_000, stylesheet: 12_000, font: 80_000 };

test("Explore stays within its budget of scripts, styles and fonts", async ({ page }) => {
  const fetched = { script: 0, stylesheet: 0, font: 0 };
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind !== "script" && kind !== "stylesheet" && kind !== "font") return;
    reading.push(
      response.body().then((body) => {
        fetched[kind] += kind === "font" ? body.length : gzipSync(body, { level: 9 }).length;
      }),
    );
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: /Who owns whom/ })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await Promise.all(reading);
  for (const kind of ["script", "stylesheet", "font"] as const) {
    expect(fetched[kind], `${kind}: bytes after gzip`).toBeGreaterThan(0);
    expect(fetched[kind], `${kind}: bytes after gzip`).toBeLessThanOrEqual(BUDGET[kind]);
  }
});
