import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import type { GenericSchema } from "valibot";
import { type DraftStore, readDraft, writeDraft } from "./draft.ts";

/** State that survives a reload of the window: what somebody typed and did not send yet. */
export function useDraft<Draft>(
  key: string,
  schema: GenericSchema<unknown, Draft>,
  initial: Draft,
): [Draft, Dispatch<SetStateAction<Draft>>] {
  const [draft, setDraft] = useState(() => readDraft(sessionStore(), key, schema) ?? initial);
  useEffect(() => writeDraft(sessionStore(), key, draft), [key, draft]);
  return [draft, setDraft];
}

/** The window's own storage; undefined where it is forbidden, which the mere look at it tells by throwing. */
function sessionStore(): DraftStore | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
