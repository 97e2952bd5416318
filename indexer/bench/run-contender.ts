import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Contender, RunPlan } from "./contenders.ts";

/** Longest that a contender may take to index everything, in milliseconds. */
const PATIENCE_MS = 20 * 60_000;
const STOP_PATIENCE_MS = 5000;

/** A contender at work. */
export interface Running {
  /** Asks and returns the answer's data, undefined when there is none. */
  ask(query: string): Promise<unknown>;
  head(): Promise<number>;
  /** Resolves when a block can be queried, with the seconds since the start of the process. */
  untilBlock(block: number, pauseMs: number): Promise<number>;
  /** Most memory that the process had so far, in MB; null where the system does not tell. */
  peakMemory(): number | null;
  stop(): Promise<void>;
}

function peakMemory({ pid }: ChildProcess): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await Promise.race([ended, sleep(STOP_PATIENCE_MS, undefined, { ref: false })]);
  child.kill("SIGKILL");
  await ended;
}

/** Starts a contender in a process of its own. */
export function startContender(contender: Contender, plan: RunPlan): Running {
  const started = performance.now();
  const child = spawn(process.execPath, contender.args(plan), {
    // Where it may leave files.
    cwd: plan.folder,
    env: { ...process.env, ...contender.environment(plan) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = contender.url(plan.port);

  async function ask(query: string): Promise<unknown> {
    const body = JSON.stringify({ query });
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    return ((await response.json()) as { readonly data?: unknown }).data;
  }

  async function head(): Promise<number> {
    return contender.headOf(await ask(contender.headQuery));
  }

  return {
    ask,
    head,
    async untilBlock(block, pauseMs) {
      while ((await head().catch(() => -1)) < block) {
        if (child.exitCode !== null) throw new Error(`${contender.name} ended with code ${child.exitCode}`);
        if (performance.now() - started > PATIENCE_MS)
          throw new Error(`${contender.name} did not reach block ${block}`);
        await sleep(pauseMs);
      }
      return (performance.now() - started) / 1000;
    },
    peakMemory: () => peakMemory(child),
    stop: () => stop(child),
  };
}
