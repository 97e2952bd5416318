import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const ROOT = join(import.meta.dirname, "..");
/** What only the code that speaks with the relay has. */
const RELAY_CODE = /relay\.walletconnect|pairingTopic/;

let folder: string;

/** Builds the dApp with this project id; what is in its files, and in the page that loads them. */
async function buildWith(projectId: string) {
  vi.stubEnv("VITE_WALLETCONNECT_PROJECT_ID", projectId);
  const outDir = join(folder, projectId || "none");
  await build({ root: ROOT, configFile: join(ROOT, "vite.config.ts"), logLevel: "silent", build: { outDir } });
  const names = (await readdir(join(outDir, "assets"))).filter((name) => name.endsWith(".js"));
  const scripts = await Promise.all(names.map(async (name) => readFile(join(outDir, "assets", name), "utf8")));
  const page = await readFile(join(outDir, "index.html"), "utf8");
  const early = names.filter((name) => page.includes(name)).map((name) => scripts[names.indexOf(name)] ?? "");
  return { scripts, early, policy: /connect-src[^"]*/.exec(page)?.[0] ?? "" };
}

describe("the build", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "weft-build-"));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it("has nothing of WalletConnect without a project id", async () => {
    const { scripts, policy } = await buildWith("");
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter((script) => RELAY_CODE.test(script))).toEqual([]);
    expect(policy).not.toContain("walletconnect");
  });

  it("has WalletConnect with one, but not in what the page loads first", async () => {
    const { scripts, early, policy } = await buildWith("0123456789abcdef0123456789abcdef");
    expect(scripts.some((script) => RELAY_CODE.test(script))).toBe(true);
    expect(early.length).toBeGreaterThan(0);
    expect(early.filter((script) => RELAY_CODE.test(script))).toEqual([]);
    expect(policy).toContain("wss://relay.walletconnect.org");
  });

  it("fails with a project id that is none", async () => {
    await expect(buildWith("mine")).rejects.toThrow("VITE_WALLETCONNECT_PROJECT_ID is “mine”, which is no project id");
  });
});
