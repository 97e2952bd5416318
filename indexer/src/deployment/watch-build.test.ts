import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { type BuildWatch, watchBuild } from "./watch-build.ts";

const SOURCE = dirname(builtManifest("factory"));

let root: string;
let folder: string;
let next: (event: string) => void = () => undefined;
let watcher: BuildWatch;

/** Resolves with what is told next. */
const told = () =>
  new Promise<string>((resolve) => {
    next = resolve;
  });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "watched-"));
  folder = join(root, "build");
  await cp(SOURCE, folder, { recursive: true });
  watcher = await watchBuild(join(folder, "subgraph.yaml"));
  watcher.start({
    onBuild: ({ manifest }) => next(`build ${manifest.network}`),
    onProblem: (error) => next(error instanceof Error ? error.name : String(error)),
  });
});

afterEach(async () => {
  watcher.close();
  await rm(root, { recursive: true });
});

test("tells of a build that stays broken, and of the one that mends it", async () => {
  const broken = told();
  await writeFile(join(folder, "schema.graphql"), "type Broken {");
  expect(await broken).toMatch(/Error$/);
  const mended = told();
  await cp(SOURCE, folder, { recursive: true });
  expect(await mended).toBe("build localhost");
});

test("goes on when the folder is removed and made again", async () => {
  const gone = told();
  await rm(folder, { recursive: true });
  expect(await gone).toBe("ManifestError");
  const back = told();
  await cp(SOURCE, folder, { recursive: true });
  expect(await back).toBe("build localhost");
});
