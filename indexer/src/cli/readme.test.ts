import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settingsTable } from "./config/describe-settings.ts";
import { RUN_SETTINGS } from "./run-settings.ts";

test("the README's table of settings is made from them", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toContain(settingsTable(RUN_SETTINGS));
});
