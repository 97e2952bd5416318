import { compileMapping } from "../../src/host/compile-mapping.ts";
import { type Memory, openMemory } from "../../src/host/memory/memory.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { builtManifest } from "./build-subgraphs.ts";

/** The memory of a real instance of a compiled mapping, whose host functions do nothing. */
export async function openTestMemory(): Promise<Memory> {
  const manifest = await readManifest(builtManifest("factory"));
  const [source] = manifest.dataSources;
  if (source === undefined) throw new Error("the test subgraph has no data source");
  const { classIds, imports, module } = await compileMapping(source.wasm);
  const linked: Record<string, Record<string, () => number>> = {};
  for (const item of imports) linked[item.module] = { ...linked[item.module], [item.name]: () => 0 };
  const instance = new WebAssembly.Instance(module, linked);
  (instance.exports._start as () => void)();
  return openMemory(
    {
      memory: instance.exports.memory as WebAssembly.Memory,
      newObject: instance.exports.__new as (size: number, classId: number) => number,
      idOfType: instance.exports.id_of_type as (index: number) => number,
    },
    classIds,
  );
}
