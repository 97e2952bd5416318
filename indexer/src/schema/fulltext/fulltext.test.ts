import { describe, expect, it } from "vitest";
import { parseSchema } from "../parse-schema.ts";

const POST = "type Post @entity { id: ID! title: String! body: String tags: [String!] n: Int }";

function search(directive: string, fields = ""): string {
  return `type _Schema_ ${directive} ${fields} ${POST}`;
}

const INCLUDE = 'include: [{ entity: "Post", fields: [{ name: "title" }, { name: "body" }, { name: "title" }] }]';

describe("full-text searches", () => {
  it("reads name, language, algorithm and fields", () => {
    const model = parseSchema(
      search(`@fulltext(name: "postSearch", language: pt, algorithm: proximityRank, ${INCLUDE})`),
    );
    expect(model.fulltext).toEqual([
      {
        name: "postSearch",
        configuration: "portuguese",
        algorithm: "proximityRank",
        entity: "Post",
        fields: ["title", "body"],
      },
    ]);
    expect([...model.entities.keys()]).toEqual(["Post"]);
  });

  it.each([
    ["@fulltext", "needs the argument `name`"],
    ['@fulltext(name: "a b")', "needs the argument `name`"],
    [`@fulltext(name: "s", algorithm: rank, ${INCLUDE})`, "`language` is missing: use one of simple, da, nl, en"],
    [`@fulltext(name: "s", language: "en", algorithm: rank, ${INCLUDE})`, "`language` is none of these"],
    [`@fulltext(name: "s", language: xx, algorithm: rank, ${INCLUDE})`, "`language` is none of these"],
    [
      `@fulltext(name: "s", language: en, algorithm: best, ${INCLUDE})`,
      "`algorithm` is none of these: use one of rank, proximityRank",
    ],
    ['@fulltext(name: "s", language: en, algorithm: rank)', "needs `include: [{ entity"],
    [
      '@fulltext(name: "s", language: en, algorithm: rank, include: [{ entity: "X", fields: [{ name: "a" }] }])',
      "includes `X`, which is not an entity type",
    ],
    [
      '@fulltext(name: "s", language: en, algorithm: rank, include: [{ entity: "Post", fields: [{ name: "n" }] }])',
      "includes `Post.n`, which is not a field of type String",
    ],
    [
      '@fulltext(name: "s", language: en, algorithm: rank, include: [{ entity: "Post", fields: [{ name: "tags" }] }])',
      "includes `Post.tags`, which is not a field of type String",
    ],
    [
      '@fulltext(name: "s", language: en, algorithm: rank, include: [{ entity: "Post", fields: ["title"] }])',
      "each of `fields` needs a `name`",
    ],
    [`@fulltext(name: "posts", language: en, algorithm: rank, ${INCLUDE})`, "has the name of a root field"],
    [
      `@fulltext(name: "title", language: en, algorithm: rank, ${INCLUDE})`,
      "has the name of a root field or of a field of `Post`",
    ],
    [
      `@fulltext(name: "s", language: en, algorithm: rank, ${INCLUDE}) @fulltext(name: "s", language: en, algorithm: rank, ${INCLUDE})`,
      "has the name of a root field",
    ],
    [`@entity @fulltext(name: "s", language: en, algorithm: rank, ${INCLUDE})`, "`_Schema_` only allows `@fulltext`"],
  ])("refuses %s", (directive, message) => {
    expect(() => parseSchema(search(directive))).toThrow(message);
  });

  it("refuses fields", () => {
    expect(() => parseSchema(search("", "{ id: ID! }"))).toThrow("must not have any fields");
  });
});
