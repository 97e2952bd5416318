import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { fromRoot } from "../paths.ts";

/** Runs `npm start`'s program and returns how it ended. */
async function start(env: Readonly<Record<string, string>>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [fromRoot("devnet", "src", "cli", "start.ts")], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit") as Promise<[number]>]);
  return { code, said: said.trim() };
}

describe("npm start", () => {
  test("says which port is taken and which variable chooses another, and nothing else", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    try {
      expect(await start({ RPC_PORT: String(port), GRAPHQL_PORT: "1", PORT: "2" })).toEqual({
        code: 1,
        said: `Port ${port}, wanted for the local chain, is taken by another program. Stop that program, or choose another port: RPC_PORT=<port>.`,
      });
    } finally {
      other.close();
    }
  });

  test("says which setting can't be used", async () => {
    expect(await start({ PORT: "http" })).toEqual({
      code: 1,
      said: "PORT=http can't be used: a port is 1 to 65535.",
    });
  });
});
