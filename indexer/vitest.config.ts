import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "pack/**/*.test.ts"],
    globalSetup: ["./test-subgraphs/support/build-subgraphs.ts", "./test-subgraphs/support/postgres/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
