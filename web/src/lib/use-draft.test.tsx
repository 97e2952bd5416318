// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import * as v from "valibot";
import { beforeEach, expect, it } from "vitest";
import { useDraft } from "./use-draft.ts";

const schema = v.object({ name: v.string() });
const initial = { name: "" };

beforeEach(() => window.sessionStorage.clear());

it("gives what was typed to whoever opens the page again", () => {
  const first = renderHook(() => useDraft("draft", schema, initial));
  act(() => first.result.current[1]({ name: "Kofi" }));
  first.unmount();
  expect(renderHook(() => useDraft("draft", schema, initial)).result.current[0]).toEqual({ name: "Kofi" });
  expect(renderHook(() => useDraft("another", schema, initial)).result.current[0]).toBe(initial);
});

it("starts anew from a draft that does not fit", () => {
  window.sessionStorage.setItem("draft", '{"title":"Kofi"}');
  expect(renderHook(() => useDraft("draft", schema, initial)).result.current[0]).toBe(initial);
});
