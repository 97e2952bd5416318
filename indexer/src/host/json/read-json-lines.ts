import { MappingError } from "../../errors/mapping-error.ts";
import type { JsonDocument } from "./json-value.ts";
import { parseJson } from "./parse-json.ts";

/** The JSON values of a file, one a line; empty lines are skipped. @throws MappingError at a line that is none. */
export function* readJsonLines(content: Uint8Array): Generator<JsonDocument> {
  for (const line of Buffer.from(content).toString("utf8").split("\n")) {
    if (line.trim() === "") continue;
    const value = parseJson(line);
    if (value === null) throw new MappingError(`Failed to parse JSON line: \`${line.slice(0, 1024)}\``);
    yield value;
  }
}
