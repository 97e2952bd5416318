import * as v from "valibot";
import { expect, test } from "vitest";
import { type DraftStore, readDraft, writeDraft } from "./draft.ts";

const schema = v.object({ name: v.string(), open: v.boolean() });

function memoryStore(): DraftStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) };
}

const forbidden: DraftStore = {
  getItem: () => {
    throw new DOMException("denied", "SecurityError");
  },
  setItem: () => {
    throw new DOMException("full", "QuotaExceededError");
  },
};

test("what was written is read again", () => {
  const store = memoryStore();
  writeDraft(store, "draft", { name: "Kofi", open: true });
  expect(readDraft(store, "draft", schema)).toEqual({ name: "Kofi", open: true });
});

test("drafts don't meet", () => {
  const store = memoryStore();
  writeDraft(store, "one", { name: "Kofi", open: true });
  expect(readDraft(store, "other", schema)).toBeUndefined();
});

test.each(["", "{", "null", "[]", '{"name":"Kofi"}', '{"name":7,"open":true}'])("%s is no draft", (text) => {
  const store = memoryStore();
  store.kept.set("draft", text);
  expect(readDraft(store, "draft", schema)).toBeUndefined();
});

test("a browser that keeps nothing is no obstacle", () => {
  for (const store of [undefined, forbidden]) {
    expect(() => writeDraft(store, "draft", {})).not.toThrow();
    expect(readDraft(store, "draft", schema)).toBeUndefined();
  }
});
