import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["ownership", "indexer", "subgraph", "devnet", "web"],
    retry: 0,
  },
});
