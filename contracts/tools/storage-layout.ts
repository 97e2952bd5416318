import type { StorageLayout, StoredVariable } from "./build-artifact.ts";

function typeOf({ types }: StorageLayout, { type }: StoredVariable): string {
  return types?.[type]?.label ?? type;
}

function placeOf(layout: StorageLayout, variable: StoredVariable): string {
  return `word ${variable.slot}, byte ${variable.offset}, ${typeOf(layout, variable)}`;
}

/**
 * What would go wrong if `guest`'s code ran on `host`'s storage: one line for each variable of the guest that the host
 * has elsewhere, as another type, or not at all. Empty when they agree.
 */
export function layoutDifferences(host: StorageLayout, guest: StorageLayout): readonly string[] {
  const places = new Map(host.storage.map((variable) => [variable.label, placeOf(host, variable)]));
  return guest.storage.flatMap((variable) => {
    const wanted = placeOf(guest, variable);
    const found = places.get(variable.label);
    return found === wanted ? [] : [`${variable.label}: ${wanted} instead of ${found ?? "nothing"}`];
  });
}
