import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/testing/fixed-seed.ts"],
    // Properties are tried on many graphs, on machines that may have other work.
    testTimeout: 60_000,
  },
});
