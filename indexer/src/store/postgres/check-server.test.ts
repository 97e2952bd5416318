import { expect, it } from "vitest";
import { checkServer } from "./check-server.ts";
import { parseServerAddress } from "./server-address.ts";

const address = parseServerAddress("postgres://me:secret@host/graph");
const good = { version: 140_000, encoding: "UTF8", mayCreate: true };

it("takes PostgreSQL 14 and later", () => {
  for (const version of [140_000, 150_019, 180_004]) checkServer(address, { ...good, version });
});

it.each([
  [{ version: 130_023 }, "postgres://me@host/graph runs PostgreSQL 13, which is too old: use 14 or later"],
  [
    { encoding: "SQL_ASCII" },
    'keeps text as SQL_ASCII, which cannot hold every text: use one made with create database "graph"',
  ],
  [{ mayCreate: false }, 'run grant create on database "graph" to "me"'],
])("refuses %o", (fact, message) => {
  expect(() => checkServer(address, { ...good, ...fact })).toThrow(message);
});
