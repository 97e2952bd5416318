import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["ownership", "indexer", "subgraph", "devnet", "web", "test"],
    retry: 0,
  },
});
