import { join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";
import { chunkGroups } from "./build/chunk-groups.ts";
import { contentPolicyPlugin } from "./build/content-policy.ts";
import { readProjectId } from "./build/wallet-connect.ts";

const root = import.meta.dirname;

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, root, "VITE_");
  const projectId = readProjectId(env.VITE_WALLETCONNECT_PROJECT_ID);
  return {
    root,
    plugins: [
      react(),
      tailwindcss(),
      contentPolicyPlugin({
        rpcUrl: env.VITE_RPC_URL ?? "http://127.0.0.1:8545",
        graphqlUrl: env.VITE_GRAPHQL_URL ?? "http://127.0.0.1:8000/subgraphs/name/weft",
        walletConnect: projectId !== undefined,
      }),
    ],
    // Said outright, so that a build without an id has nothing of it.
    define: { "import.meta.env.VITE_WALLETCONNECT_PROJECT_ID": JSON.stringify(projectId ?? "") },
    resolve: {
      // The content policy forbids the style element that this one writes.
      alias: { "react-style-singleton": join(root, "src/lib/adopted-styles.ts") },
    },
    server: { host: "127.0.0.1", port: Number(process.env.PORT ?? 5173), strictPort: true },
    preview: { host: "127.0.0.1", port: Number(process.env.PORT ?? 5173), strictPort: true },
    build: {
      target: "es2023",
      // light-dark() is kept as it is written: every browser of the last two years knows it.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: true,
      rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
    },
  };
});
