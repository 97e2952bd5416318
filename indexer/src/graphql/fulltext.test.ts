import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { changesAt, DATABASES, openTestStore, setEntity, testBlock } from "../store/store.fixture.ts";
import { createQueryEngine, type QueryAnswer } from "./execute.ts";

/** Of each language a form of a word as it is stored, and another that a search finds it by. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  simple: ["running", "running"],
  da: ["hestene", "hest"],
  nl: ["paarden", "paard"],
  en: ["running", "runs"],
  fi: ["talossa", "talo"],
  fr: ["chevaux", "cheval"],
  de: ["Häuser", "Hauses"],
  hu: ["házak", "ház"],
  it: ["cavalli", "cavallo"],
  no: ["hestene", "hest"],
  pt: ["cavalos", "cavalo"],
  ro: ["caii", "cai"],
  ru: ["лошади", "лошадь"],
  es: ["caballos", "caballo"],
  sv: ["hästarna", "häst"],
  tr: ["atlar", "at"],
};

function schemaOf(searches: readonly string[]): string {
  const directives = searches.map(
    (language) =>
      `@fulltext(name: "find_${language}", language: ${language}, algorithm: rank, include: [{ entity: "Word", fields: [{ name: "${language}" }] }])`,
  );
  const fields = searches.map((language) => `${language}: String`);
  return `type _Schema_ ${directives.join(" ")} type Word @entity { id: ID! ${fields.join(" ")} }`;
}

describe.each(DATABASES)("searches (%s)", (on) => {
  it("know every language that graph-node lists", async () => {
    const { model, store } = await openTestStore(schemaOf(Object.keys(WORDS)), on);
    const engine = createQueryEngine({ model, store });
    const ask = (query: string): Promise<QueryAnswer> =>
      engine.execute({ document: parse(query), variables: {}, operationName: null });
    const stored = Object.fromEntries(Object.entries(WORDS).map(([language, [form]]) => [language, form]));
    const word = setEntity(model, "Word", { id: "1", ...stored });
    await store.commit([changesAt(testBlock(0), [word, setEntity(model, "Word", { id: "2" })])], testBlock(0));
    for (const [language, [, other]] of Object.entries(WORDS)) {
      const name = `find_${language}`;
      const { data, errors } = await ask(`{ ${name}(text: "${other}") { id } }`);
      expect([language, errors ?? data?.[name]]).toEqual([language, [{ id: "1" }]]);
    }
    await store.close();
  });

  it("refuse texts whose nesting would exhaust the database, and take those below", async () => {
    const { model, store } = await openTestStore(schemaOf(["en"]), on);
    await store.commit([changesAt(testBlock(0), [setEntity(model, "Word", { id: "1", en: "cat" })])], testBlock(0));
    const engine = createQueryEngine({ model, store });
    const ask = (depth: number): Promise<QueryAnswer> => {
      const document = parse(`{ find_en(text: "${"(".repeat(depth)}cat${")".repeat(depth)}") { id } }`);
      return engine.execute({ document, variables: {}, operationName: null });
    };
    expect(await ask(900)).toEqual({ data: { find_en: [{ id: "1" }] } });
    expect((await ask(9000)).errors?.map(({ message }) => message)).toEqual([
      "search text has 18003 characters, more than the limit of 2000",
    ]);
    await store.close();
  });

  it("rank the lowest first, follow changes and end with their entity", async () => {
    const { model, store } = await openTestStore(
      `type _Schema_
         @fulltext(name: "often", language: en, algorithm: rank, include: [{ entity: "Post", fields: [{ name: "title" }, { name: "body" }] }])
         @fulltext(name: "near", language: en, algorithm: proximityRank, include: [{ entity: "Post", fields: [{ name: "body" }] }])
       type Post @entity { id: ID! title: String! body: String }`,
      on,
    );
    const engine = createQueryEngine({ model, store });
    const find = async (search: string): Promise<unknown> => {
      const query = `{ found: ${search} { id } }`;
      const { data, errors } = await engine.execute({ document: parse(query), variables: {}, operationName: null });
      return errors ?? ((data?.found ?? []) as unknown as { id: string }[]).map(({ id }) => id);
    };
    const post = (id: string, title: string, body: string | null) => setEntity(model, "Post", { id, title, body });
    await store.commit(
      [
        changesAt(testBlock(0), [
          post("a", "Cats and cats", "cats everywhere, with cats"),
          post("b", "A cat", null),
          post("c", "Dogs", "a cat met a long row of several other dogs"),
          post("d", "Nothing", "cat dog"),
        ]),
        changesAt(testBlock(1), [post("b", "A bird", "no more"), { kind: "remove", type: "Post", key: "d" }]),
      ],
      testBlock(1),
    );
    expect(await find('often(text: "cat")')).toEqual(["c", "a"]);
    expect(await find('often(text: "cat", block: {number: 0})')).toEqual(["b", "c", "d", "a"]);
    expect(await find('near(text: "cat & dog", block: {number: 0})')).toEqual(["c", "d"]);
    expect(await find('often(text: "bird | dog")')).toEqual(["b", "c"]);
    await store.revertTo(testBlock(0));
    expect(await find('often(text: "bird")')).toEqual([]);
    await store.close();
  });
});
