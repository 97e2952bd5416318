import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "subgraph",
    include: ["test/**/*.test.ts", "tools/**/*.test.ts"],
    globalSetup: ["./test/support/build.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
