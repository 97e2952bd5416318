import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fromRoot } from "../paths.ts";

/** Something that a set-up step makes from sources. */
export interface Made {
  /** Folder of what is made, from the repository's root. What it was made from is written into it. */
  readonly folder: string;
  /** Name that tells it from other things made into the same folder. */
  readonly name: string;
  /** Changes whenever it would come out otherwise. */
  readonly fingerprint: string;
  readonly make: () => Promise<void>;
}

/** Makes it unless it is there and made from the same sources. Tells whether it was made. */
export async function makeIfStale({ folder, name, fingerprint, make }: Made): Promise<boolean> {
  const stamp = fromRoot(join(folder, `.${name}-made-from`));
  if ((await readFile(stamp, "utf8").catch(() => "")) === fingerprint) return false;
  await make();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, fingerprint);
  return true;
}
