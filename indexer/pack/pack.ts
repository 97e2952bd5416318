import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const TSC = join(PACKAGE, "..", "node_modules", "typescript", "bin", "tsc");

/** A package's description, as far as it matters here. */
interface Description {
  readonly publishConfig: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** The description for those who install the package: compiled files in place of sources, and nothing for its own tests. */
async function publishedDescription(): Promise<object> {
  const source = JSON.parse(await readFile(join(PACKAGE, "package.json"), "utf8")) as Description;
  const { devDependencies: _dev, publishConfig, scripts: _scripts, ...rest } = source;
  return { ...rest, ...publishConfig };
}

/** Compiles the package and packs it into `folder`; resolves with the tarball's path. Node runs no TypeScript inside node_modules. */
export async function pack(folder: string): Promise<string> {
  const stage = await mkdtemp(join(tmpdir(), "pack-"));
  try {
    const compile = [TSC, "-p", join(PACKAGE, "tsconfig.build.json"), "--outDir", join(stage, "dist")];
    await run(process.execPath, compile);
    await cp(join(PACKAGE, "README.md"), join(stage, "README.md"));
    await cp(join(PACKAGE, "..", "LICENSE"), join(stage, "LICENSE"));
    await writeFile(join(stage, "package.json"), `${JSON.stringify(await publishedDescription(), null, 2)}\n`);
    const { stdout } = await run("npm", ["pack", "--json", "--offline", "--pack-destination", resolve(folder)], {
      cwd: stage,
      shell: process.platform === "win32",
    });
    const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
    if (packed === undefined) throw new Error(`npm pack made nothing: ${stdout}`);
    return join(resolve(folder), packed.filename);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await pack(process.argv[2] ?? ".")}\n`);
}
