import { writeYamlValue } from "../memory/yaml-value.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import type { YamlDocument } from "../yaml/yaml-value.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";
import { type DocumentFormat, parseOrFail, parseOrResult } from "./parse-document.ts";

const YAML: DocumentFormat<YamlDocument> = {
  name: "YAML",
  // A tenth of what graph-node takes: one more megabyte would take this parser seconds and a gigabyte of memory.
  maxBytes: 1_000_000,
  parse: parseYaml,
  write: writeYamlValue,
  wrapped: TYPE_INDEX.wrappedYamlValue,
  result: TYPE_INDEX.resultYamlValue,
};

/** `yaml.*`: documents. */
export function yamlFunctions(env: HostEnvironment): HostFunctions {
  return {
    "yaml.fromBytes": (data = 0) => parseOrFail(YAML, env.memory, data),
    "yaml.try_fromBytes": (data = 0) => parseOrResult(YAML, env.memory, data),
  };
}
