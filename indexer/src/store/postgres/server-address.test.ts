import { expect, it } from "vitest";
import { StoreError } from "../store-error.ts";
import { parseServerAddress } from "./server-address.ts";

it("shows everything but the password", () => {
  const address = parseServerAddress("postgres://me%20too:s%40cret@db.example:5433/graph?sslmode=require");
  expect(address).toMatchObject({ user: "me too", database: "graph" });
  expect(address.shown).toBe("postgres://me too@db.example:5433/graph");
});

it.each([
  ["postgres://me:s#cret/x@host/db%", "%"],
  ["postgres://me:secret@host:99999999/db", "cannot be read"],
  ["mysql://me:secret@host/db", "must start with postgres://"],
  ["me:secret", "must start with postgres://"],
  ["secret", "cannot be read"],
  ["postgres://me:secret@host/%zz", "%25"],
])("refuses %s without repeating it", (url, reason) => {
  let message = "";
  try {
    parseServerAddress(url);
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    message = (error as StoreError).message;
  }
  expect(message).toContain(reason);
  expect(message).not.toMatch(/s#?cret/);
});
