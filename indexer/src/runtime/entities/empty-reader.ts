import type { EntityReader } from "./entity-reader.ts";

/** A store without entities: what handlers of files see. */
export const emptyReader: Pick<EntityReader, "current" | "keysBy" | "load"> = {
  current: () => null,
  keysBy: () => [],
  load: () => Promise.resolve(),
};
