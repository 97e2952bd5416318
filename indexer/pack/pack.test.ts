import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtManifest } from "../test-subgraphs/support/build-subgraphs.ts";
import { deployFixture } from "../test-subgraphs/support/fixture.ts";
import { startAnvil } from "../test-subgraphs/support/start-anvil.ts";
import { pack } from "./pack.ts";

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL("..", import.meta.url));

let app: string;
let installed: string;

/** Installs the tarball with what it depends on, as a package manager would, from what is here already. */
beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), "app-"));
  const tarball = await pack(app);
  installed = join(app, "node_modules", "@weft", "indexer");
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", tarball, "--strip-components", "1", "-C", installed]);
  const { dependencies } = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) {
    const link = join(app, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(PACKAGE, "node_modules", name), link);
  }
  await symlink(join(PACKAGE, "..", "node_modules", "vitest"), join(app, "node_modules", "vitest"));
  await writeFile(join(app, "package.json"), '{ "type": "module" }');
});
afterAll(() => rm(app, { recursive: true, force: true }));

const command = () => join(installed, "dist", "cli", "main.js");

test("the command runs where the package is installed", async () => {
  const description = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as object;
  expect(description).toMatchObject({ bin: { "weft-indexer": "./dist/cli/main.js" } });
  expect((await run(process.execPath, [command(), "--help"])).stdout).toContain("Usage: weft-indexer <command>");
  const checked = await run(process.execPath, [command(), "check", builtManifest("factory")]);
  expect(checked.stdout).toMatch(/^network +localhost$/m);
});

test("a program of another project indexes a chain and queries it", async () => {
  const anvil = await startAnvil();
  const { create } = await deployFixture(anvil.url);
  await create("alice");
  const program = `
    import { startIndexer } from "@weft/indexer";
    const indexer = await startIndexer({ manifest: process.argv[2], rpc: process.argv[3] });
    await indexer.sync();
    const { childs } = await indexer.queryData("{ childs { name } }");
    console.log(JSON.stringify(childs));
    await indexer.close();
  `;
  await writeFile(join(app, "program.js"), program);
  const { stdout } = await run(process.execPath, [join(app, "program.js"), builtManifest("factory"), anvil.url]);
  expect(stdout).toBe('[{"name":"alice"}]\n');
  await anvil.stop();
});

test("its types are those of its sources, and fit the README's example", async () => {
  const program = `
    import { type IndexerStatus, type QueryDocument, startIndexer } from "@weft/indexer";
    declare const typed: QueryDocument<{ tokens: { id: string }[] }, { first: number }>;
    await using indexer = await startIndexer({ manifest: "a", rpc: "b" });
    const { tokens } = await indexer.queryData(typed, { first: 1 });
    const id: string | undefined = tokens[0]?.id;
    const status: IndexerStatus = indexer.status();
    // @ts-expect-error the variable is a number
    await indexer.query(typed, { first: "1" });
    // @ts-expect-error there is no such option
    await startIndexer({ manifest: "a", rpc: "b", nothing: 1 });
    export { id, status };
  `;
  await writeFile(join(app, "typed.ts"), program);
  const readme = await readFile(join(installed, "README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  expect(example).toContain("startIndexer(");
  await writeFile(join(app, "example.ts"), example);
  const options = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2024", "esnext.disposable"],
    noEmit: true,
  };
  const types = {
    ...options,
    types: ["node"],
    typeRoots: [join(PACKAGE, "..", "node_modules", "@types")],
    skipLibCheck: true,
  };
  await writeFile(
    join(app, "tsconfig.json"),
    JSON.stringify({ compilerOptions: types, files: ["typed.ts", "example.ts"] }),
  );
  const tsc = join(PACKAGE, "..", "node_modules", "typescript", "bin", "tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", app]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe("");
});
