import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const THEMES = ["light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

/** Every `--name: light-dark(#light, #dark)` of the file. */
const tokens = new Map<string, Record<Theme, string>>(
  [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name, light, dark]) => [
    name as string,
    { light: light as string, dark: dark as string },
  ]),
);

function color(name: string, theme: Theme): string {
  const value = tokens.get(name === "action" ? "ink" : name)?.[theme];
  if (!value) throw new Error(`tokens.css has no --${name}`);
  return value;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Text at any size: 4.5. */
const TEXT: readonly (readonly [text: string, ground: string])[] = [
  ...["ink", "ink-2", "ink-3", "person", "network", "pool", "wallet", "good", "bad"].flatMap((text) =>
    ["ground", "cloth"].map((ground) => [text, ground] as const),
  ),
  ...["ink", "ink-2", "ink-3"].map((text) => [text, "inset"] as const),
  ["person-ink", "person-soft"],
  ["network-ink", "network-soft"],
  ["ink-2", "network-soft"],
  ["money-ink", "money-soft"],
  ["money-ink", "cloth"],
  ["money-ink", "ground"],
  ["on-action", "action"],
];

/** Borders of controls, large figures, bars, the focus ring: 3. */
const REST: readonly (readonly [shape: string, ground: string])[] = [
  ["line-strong", "ground"],
  ["line-strong", "cloth"],
  ["money", "ground"],
  ["money", "cloth"],
  ["focus", "ground"],
  ["focus", "cloth"],
  ["focus", "inset"],
];

describe.each(THEMES)("%s", (theme) => {
  test.each(TEXT)("%s can be read on %s", (text, ground) => {
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(REST)("%s can be seen on %s", (shape, ground) => {
    expect(contrast(color(shape, theme), color(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test("every colour has a light and a dark form", () => {
  const declared = [...css.matchAll(/--([a-z0-9-]+): (?!var\()/g)].map(([, name]) => name);
  const withAlpha = ["shadow"];
  expect(declared.filter((name) => !tokens.has(name as string))).toEqual(withAlpha);
});
