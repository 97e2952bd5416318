import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "..");
const SCHEMA = join(SOURCE, "generated/schema.graphql");

/** Every document of the dApp: the texts given to `graphql`. */
const documents = globSync("**/*.{ts,tsx}", { cwd: SOURCE })
  .filter((file) => !file.includes(".test."))
  .flatMap((file) =>
    [...readFileSync(join(SOURCE, file), "utf8").matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(
      ([, text]) => [/(?:query|fragment) (\w+)/.exec(text ?? "")?.[1] ?? file, text ?? ""] as const,
    ),
  );

test("the schema was generated", () => {
  expect(existsSync(SCHEMA), "web/src/generated/schema.graphql is missing: run `npm run setup`").toBe(true);
  expect(documents.length).toBeGreaterThan(4);
});

test.each(documents)("the index understands %s", (_name, text) => {
  const schema = buildSchema(readFileSync(SCHEMA, "utf8"));
  expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
});
