import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Build, readBuild } from "./build.ts";

/** Milliseconds between looks at the files. Looking works on every file system, and survives that the folder is removed. */
const INTERVAL_MS = 300;
/** Looks without a change after which a build that could not be read is taken for broken: its files are written one by one. */
const PATIENCE = 5;

/** What to do when a build changes. */
export interface BuildListener {
  /** There is a build that can be read; it may be the same as before. */
  readonly onBuild: (build: Build) => void;
  /** Files changed, and what is there now cannot be read. */
  readonly onProblem: (error: unknown) => void;
}

/** Names, sizes and times of the files in a folder: text that differs when any of them changes. */
async function fingerprint(folder: string): Promise<string> {
  try {
    const names = (await readdir(folder, { recursive: true })).sort();
    const files = names.map(async (name) => {
      const { mtimeMs, size } = await stat(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
    return (await Promise.all(files)).join("\n");
  } catch {
    // Gone, or just changing.
    return "";
  }
}

/** A build's folder, as it was when it was first looked at. */
export interface BuildWatch {
  /** Tells of every change since then, until closed. */
  start(listener: BuildListener): void;
  close(): void;
}

/** Looks at the folder of the manifest at `path`; do this before the build is read, so that no change is missed. */
export async function watchBuild(path: string): Promise<BuildWatch> {
  const folder = dirname(path);
  const closing = new AbortController();
  const pause = () => sleep(INTERVAL_MS, undefined, { signal: closing.signal });
  let read = await fingerprint(folder);
  let before = read;

  /** The build, once its files stay as they are; null when they change meanwhile. */
  async function readSettled(seen: string): Promise<Build | null> {
    for (let look = 0; ; look++) {
      try {
        return await readBuild(path);
      } catch (error) {
        if (look === PATIENCE) throw error;
      }
      await pause();
      if ((await fingerprint(folder)) !== seen) return null;
    }
  }

  async function look({ onBuild, onProblem }: BuildListener): Promise<void> {
    const now = await fingerprint(folder);
    const isSettled = now === before;
    before = now;
    if (!isSettled || now === read) return;
    try {
      const build = await readSettled(now);
      // What was written while it was read is read again.
      if (build === null || (await fingerprint(folder)) !== now) return;
      onBuild(build);
    } catch (error) {
      if (closing.signal.aborted) return;
      onProblem(error);
    }
    read = now;
  }

  async function watchForever(listener: BuildListener): Promise<void> {
    for (;;) {
      await pause();
      await look(listener);
    }
  }

  return {
    start(listener) {
      // It ends when it is closed, by the pause that is broken off.
      watchForever(listener).catch(() => undefined);
    },
    close: () => closing.abort(),
  };
}
