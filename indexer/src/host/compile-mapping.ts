import { ManifestError } from "../errors/manifest-error.ts";
import type { WasmFile } from "../manifest/manifest.ts";

/** A compiled mapping, ready to be instantiated for each trigger. */
export interface CompiledMapping {
  readonly path: string;
  readonly module: WebAssembly.Module;
  /** Functions the module wants from its host. */
  readonly imports: readonly { readonly module: string; readonly name: string }[];
  /** The module's own class ids, filled as they are looked up. */
  readonly classIds: Map<number, number>;
}

/** Exports every build of a supported apiVersion has. */
const REQUIRED_EXPORTS = ["memory", "__new", "id_of_type"];

const compiled = new WeakMap<WasmFile, Promise<CompiledMapping>>();

async function compile(file: WasmFile): Promise<CompiledMapping> {
  let module: WebAssembly.Module;
  try {
    module = await WebAssembly.compile(file.bytes);
  } catch (cause) {
    throw new ManifestError(file.path, "the file is not WebAssembly.", { cause });
  }
  const exported = new Set(WebAssembly.Module.exports(module).map((item) => item.name));
  const missing = REQUIRED_EXPORTS.filter((name) => !exported.has(name));
  if (missing.length > 0) {
    throw new ManifestError(
      file.path,
      `the module does not export ${missing.join(", ")}; build it with graph-cli 0.30 or later.`,
    );
  }
  const imports = WebAssembly.Module.imports(module).filter((item) => item.kind === "function");
  return { path: file.path, module, imports, classIds: new Map() };
}

/** Compiles a mapping once, however often it is asked for. */
export function compileMapping(file: WasmFile): Promise<CompiledMapping> {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const compiling = compile(file);
  compiled.set(file, compiling);
  return compiling;
}
