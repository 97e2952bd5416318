import { ManifestError } from "../errors/manifest-error.ts";
import type { WasmFile } from "../manifest/manifest.ts";
import { exportGlobals } from "./export-globals.ts";
import { type MeteredModule, meterModule } from "./meter-module.ts";

/** A compiled mapping, ready to be instantiated for each trigger. */
export interface CompiledMapping {
  readonly path: string;
  readonly module: WebAssembly.Module;
  /** Functions the module wants from its host. */
  readonly imports: readonly { readonly module: string; readonly name: string }[];
  /** Whether instances can be put back to how they began. */
  readonly resettable: boolean;
  /** Number of the variable that says how much longer an instance may run; null when it is not metered. */
  readonly fuel: number | null;
  /** The module's own class ids, filled as they are looked up. */
  readonly classIds: Map<number, number>;
}

/** Exports every build of a supported apiVersion has. */
const REQUIRED_EXPORTS = ["memory", "__new", "id_of_type"];

const compiled = new WeakMap<WasmFile, Promise<CompiledMapping>>();

async function compileModule(file: WasmFile, bytes: Uint8Array): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  } catch (cause) {
    throw new ManifestError(file.path, "the file is not WebAssembly.", { cause });
  }
}

/** The metered module; null when it cannot be metered, or would not be valid any more. */
function meterValid(bytes: Uint8Array): MeteredModule | null {
  const metered = meterModule(bytes);
  return metered !== null && WebAssembly.validate(metered.bytes as Uint8Array<ArrayBuffer>) ? metered : null;
}

async function compile(file: WasmFile): Promise<CompiledMapping> {
  const metered = meterValid(file.bytes);
  const source = metered?.bytes ?? file.bytes;
  const rewritten = exportGlobals(source);
  const module = await compileModule(file, rewritten ?? source);
  const exported = new Set(WebAssembly.Module.exports(module).map((item) => item.name));
  const missing = REQUIRED_EXPORTS.filter((name) => !exported.has(name));
  if (missing.length > 0) {
    throw new ManifestError(
      file.path,
      `the module does not export ${missing.join(", ")}; build it with graph-cli 0.30 or later.`,
    );
  }
  const imports = WebAssembly.Module.imports(module).filter((item) => item.kind === "function");
  return {
    path: file.path,
    module,
    imports,
    resettable: rewritten !== null,
    fuel: metered?.fuel ?? null,
    classIds: new Map(),
  };
}

/** Compiles a mapping once, however often it is asked for. */
export function compileMapping(file: WasmFile): Promise<CompiledMapping> {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const compiling = compile(file);
  compiled.set(file, compiling);
  return compiling;
}
