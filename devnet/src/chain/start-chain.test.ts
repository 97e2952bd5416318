import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { requireFreePort } from "../stack/require-free-port.ts";
import { isRunning } from "../testing/is-running.ts";
import { createChainClient } from "./chain-client.ts";
import { devAccounts } from "./dev-accounts.ts";
import { startChain } from "./start-chain.ts";

const portOf = (url: string) => Number(new URL(url).port);

describe("startChain", () => {
  test("starts at the wanted time, with the development accounts funded and unlocked", async () => {
    const chain = await startChain({ genesisTime: 1_700_000_000 });
    try {
      const client = createChainClient(chain.rpcUrl);
      expect(await client.getChainId()).toBe(31_337);
      expect((await client.getBlock({ blockNumber: 0n })).timestamp).toBe(1_700_000_000n);
      expect(await client.getAddresses()).toEqual(devAccounts());
    } finally {
      await chain.close();
    }
  });

  test("leaves no process, no port and no folder when it is closed", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("weft-chain-"));
    const chain = await startChain();
    expect(isRunning(chain.pid)).toBe(true);
    await chain.close();
    expect(isRunning(chain.pid)).toBe(false);
    await requireFreePort({ port: portOf(chain.rpcUrl), purpose: "the test", variable: "RPC_PORT" });
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith("weft-chain-") && !before.includes(name));
    expect(left).toEqual([]);
  });

  test("names a taken port and the variable that chooses another", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    try {
      await expect(startChain({ port })).rejects.toThrow(
        `Port ${port}, wanted for the local chain, is taken by another program. Stop that program, or choose another port: RPC_PORT=<port>.`,
      );
    } finally {
      other.close();
    }
  });

  test("ends with its parent, even when the parent is killed", async () => {
    const module = new URL("start-chain.ts", import.meta.url).href;
    const script = `import { startChain } from ${JSON.stringify(module)};
      const chain = await startChain();
      process.stdout.write(String(chain.pid));
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [output] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(output.toString());
    expect(isRunning(pid)).toBe(true);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    // Ends as soon as the keeper learns of it; the test's own time limit is the bound.
    while (isRunning(pid)) await sleep(20);
    expect(isRunning(pid)).toBe(false);
  });
});
