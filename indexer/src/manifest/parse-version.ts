import { ManifestError, UnsupportedFeatureError } from "../errors/manifest-error.ts";
import type { Version } from "./manifest.ts";
import type { YamlNode } from "./yaml-node.ts";

const MAX_SPEC_VERSION: Version = { major: 1, minor: 3, patch: 0 };
const MIN_SPEC_VERSION: Version = { major: 0, minor: 0, patch: 2 };
const MIN_API_PATCH = 6;
const MAX_API_PATCH = 9;

/** Components of versions stay below this. */
const BASE = 1000;

function rank({ major, minor, patch }: Version): number {
  return (major * BASE + minor) * BASE + patch;
}

function parseVersion(node: YamlNode): Version {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(node.text());
  if (match === null) throw new ManifestError(node.place, `"${node.text()}" is no version like 1.3.0.`);
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}

/** A manifest's own version, which says what it may use. */
export interface SpecVersion {
  readonly text: string;
  /** Refuses `feature` at `place` unless this is version `since` or later. @throws ManifestError */
  require(place: string, feature: string, since: Version): void;
}

/** Reads `specVersion`. @throws UnsupportedFeatureError when it is later than 1.3.0. */
export function parseSpecVersion(node: YamlNode): SpecVersion {
  const version = parseVersion(node);
  const text = node.text();
  if (rank(version) > rank(MAX_SPEC_VERSION)) {
    throw new UnsupportedFeatureError(node.place, `specVersion ${text} (above 1.3.0)`);
  }
  if (rank(version) < rank(MIN_SPEC_VERSION)) {
    throw new UnsupportedFeatureError(
      node.place,
      `specVersion ${text} (below 0.0.2)`,
      "Set specVersion to 1.3.0 and build again.",
    );
  }
  return {
    text,
    require(place, feature, since) {
      if (rank(version) >= rank(since)) return;
      const { major, minor, patch } = since;
      throw new ManifestError(
        place,
        `${feature} needs specVersion ${major}.${minor}.${patch} or later, but the manifest has ${text}.`,
      );
    },
  };
}

/** Reads a mapping's `apiVersion`. @throws UnsupportedFeatureError outside 0.0.6 to 0.0.9. */
export function parseApiVersion(node: YamlNode): Version {
  const version = parseVersion(node);
  const inRange = version.major === 0 && version.minor === 0;
  if (!inRange || version.patch < MIN_API_PATCH || version.patch > MAX_API_PATCH) {
    throw new UnsupportedFeatureError(
      node.place,
      `apiVersion ${node.text()} (supported: 0.0.6 to 0.0.9)`,
      "Set apiVersion to 0.0.9 and build again.",
    );
  }
  return version;
}
