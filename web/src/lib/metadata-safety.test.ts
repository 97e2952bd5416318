import { expect, test } from "vitest";
import { safeImage } from "./safe-image.ts";
import { safeLink } from "./safe-link.ts";
import { safeText } from "./safe-text.ts";

test.each([
  "data:image/png;base64,iVBORw0KGgo=",
  "data:image/jpeg;base64,/9j/",
  "data:image/webp;base64,UklGR",
  "data:image/svg+xml,%3Csvg%3E",
])("shows the picture %s", (image) => {
  expect(safeImage(image)).toBe(image);
});

test.each([
  null,
  undefined,
  "",
  "https://example.com/me.png",
  "http://127.0.0.1/me.png",
  "ipfs://bafy/me.png",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:image/svg,<svg>",
  " data:image/png;base64,AA",
  `data:image/png;base64,${"A".repeat(200_001)}`,
])("shows no picture for %.60s", (image) => {
  expect(safeImage(image)).toBeUndefined();
});

test("keeps a safe link as it is and refuses the others", () => {
  expect(safeLink("https://example.com/report?year=2026")).toBe("https://example.com/report?year=2026");
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "http://example.com",
    "ipfs://bafy",
    "report.pdf",
    "",
  ]) {
    expect(safeLink(text)).toBeUndefined();
  }
  expect(safeLink("https://bank.com@evil.example/")).toBeUndefined();
});

test("takes out what deceives the eye", () => {
  expect(safeText("Ada\u202eevil\u200b Okafor")).toBe("Adaevil Okafor");
  expect(safeText("  two\n\tlines  ")).toBe("two lines");
  expect(safeText("\u0007bell\ufeff")).toBe("bell");
  expect(safeText("tag\u{e0041}ged")).toBe("tagged");
  expect(safeText("A\u200dda\u200c")).toBe("Ada");
});

test("keeps names of all scripts", () => {
  for (const name of ["Goran Ilić", "李小龙", "Ἀριστοτέλης", "👩🏽‍🌾"]) {
    expect(safeText(name)).toBe(name);
  }
});

test("cuts long texts between characters", () => {
  expect(safeText("🧵".repeat(10), 4)).toBe("🧵🧵🧵…");
  expect(safeText("1234", 4)).toBe("1234");
});
