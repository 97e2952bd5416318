import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { ManifestError } from "../errors/manifest-error.ts";

/** Reads the files of a build and remembers them for the deployment id. */
export interface BuildFiles {
  /** Bytes of a file that the manifest names; the same path gives the same object. */
  read(place: string, path: string): Promise<Uint8Array<ArrayBuffer>>;
  text(place: string, path: string): Promise<string>;
  /** `weft-` and the SHA-256 over the manifest and every file read, by path. */
  deploymentId(): string;
}

/** Opens the build around the manifest at `manifestPath`, whose text is `manifest`. */
export function buildFiles(manifestPath: string, manifest: string): BuildFiles {
  const folder = dirname(manifestPath);
  const files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const hashes = new Map<string, string>();

  async function load(place: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const bytes = Uint8Array.from(await readFile(resolve(folder, path)));
      hashes.set(path, createHash("sha256").update(bytes).digest("hex"));
      return bytes;
    } catch (cause) {
      throw new ManifestError(place, `cannot read "${path}". Run graph build and point at its build/subgraph.yaml.`, {
        cause,
      });
    }
  }

  function read(place: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = files.get(path);
    if (known !== undefined) return known;
    const loading = load(place, path);
    files.set(path, loading);
    return loading;
  }

  return {
    read,
    text: async (place, path) => new TextDecoder().decode(await read(place, path)),
    deploymentId() {
      const total = createHash("sha256").update(manifest);
      for (const path of [...hashes.keys()].sort()) total.update(`\n${path} ${hashes.get(path)}`);
      return `weft-${total.digest("hex")}`;
    },
  };
}
