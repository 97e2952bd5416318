import { ManifestError } from "../errors/manifest-error.ts";

/** A node of a YAML document whose scalars are all text, so that `0x…` addresses and versions stay as written. */
export type YamlValue = string | null | readonly YamlValue[] | YamlMap;

/** A YAML mapping. */
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

/** A YAML node together with its place, for error messages. */
export interface YamlNode {
  readonly place: string;
  /** A member of a mapping; throws {@link ManifestError} when this is no mapping. */
  at(key: string): YamlNode;
  /** Whether something other than null is here. */
  exists(): boolean;
  text(): string;
  optionalText(): string | null;
  /** A number without sign or fraction. */
  wholeNumber(fallback: number): number;
  flag(): boolean;
  list(): readonly YamlNode[];
  keys(): readonly string[];
  value(): YamlValue;
}

/** Largest block number, and so the largest number that a manifest needs. */
const MAX_NUMBER = 2 ** 31 - 1;

function isMap(value: YamlValue): value is YamlMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Wraps a parsed YAML value so that reading it yields checked values and errors that name the place. */
export function yamlNode(place: string, value: YamlValue): YamlNode {
  const node: YamlNode = {
    place,
    at(key) {
      if (!isMap(value)) throw new ManifestError(place, "expected a mapping.");
      return yamlNode(place === "" ? key : `${place}.${key}`, Object.hasOwn(value, key) ? (value[key] ?? null) : null);
    },
    exists: () => value !== null && value !== "" && value !== "null" && value !== "~",
    text() {
      if (typeof value !== "string" || value === "") throw new ManifestError(place, "expected text, found nothing.");
      return value;
    },
    optionalText: () => (node.exists() ? node.text() : null),
    wholeNumber(fallback) {
      if (!node.exists()) return fallback;
      const text = node.text();
      if (!/^\d{1,15}$/.test(text)) throw new ManifestError(place, `expected a whole number, found "${text}".`);
      if (Number(text) > MAX_NUMBER) throw new ManifestError(place, `${text} is above ${MAX_NUMBER}.`);
      return Number(text);
    },
    flag() {
      if (!node.exists()) return false;
      const text = node.text();
      if (text !== "true" && text !== "false")
        throw new ManifestError(place, `expected true or false, found "${text}".`);
      return text === "true";
    },
    list() {
      if (!node.exists()) return [];
      if (!Array.isArray(value)) throw new ManifestError(place, "expected a list.");
      return value.map((item: YamlValue, index) => yamlNode(`${place}[${index}]`, item));
    },
    keys() {
      if (!node.exists()) return [];
      if (!isMap(value)) throw new ManifestError(place, "expected a mapping.");
      return Object.keys(value);
    },
    value: () => value,
  };
  return node;
}
