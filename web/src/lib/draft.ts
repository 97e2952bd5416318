import * as v from "valibot";

/** Where drafts are kept; a browser's storage is one. */
export type DraftStore = Pick<Storage, "getItem" | "setItem">;

/**
 * The draft kept under `key`; undefined when there is none, or none that fits: another version of the dApp may have written it.
 * Never throws.
 */
export function readDraft<Draft>(
  store: DraftStore | undefined,
  key: string,
  schema: v.GenericSchema<unknown, Draft>,
): Draft | undefined {
  try {
    const text = store?.getItem(key);
    if (!text) return undefined;
    const checked = v.safeParse(schema, JSON.parse(text));
    return checked.success ? checked.output : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft under `key`. A browser that keeps nothing loses the draft with the page and nothing else: never throws. */
export function writeDraft(store: DraftStore | undefined, key: string, draft: unknown): void {
  try {
    store?.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden.
  }
}
