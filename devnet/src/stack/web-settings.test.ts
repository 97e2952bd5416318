import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { webSettings } from "./web-settings.ts";

describe("webSettings", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "weft-settings-"));
    await writeFile(join(folder, ".env"), "VITE_EXPLORER_URL=https://written.example\nOTHER=1\n");
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it("tells builds apart by what is written beside the dApp, and by nothing else there", () => {
    expect(webSettings(folder, {})).toEqual([["VITE_EXPLORER_URL", "https://written.example"]]);
  });

  it("lets the process say more than files do, and the stack more than either", () => {
    vi.stubEnv("VITE_EXPLORER_URL", "https://said.example");
    vi.stubEnv("VITE_RPC_URL", "http://said.example");
    const stack = { VITE_RPC_URL: "http://127.0.0.1:8545", VITE_CHAIN_ID: "31337" };
    expect(webSettings(folder, stack)).toEqual([
      ["VITE_CHAIN_ID", "31337"],
      ["VITE_EXPLORER_URL", "https://said.example"],
      ["VITE_RPC_URL", "http://127.0.0.1:8545"],
    ]);
  });
});
