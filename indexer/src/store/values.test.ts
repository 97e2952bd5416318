import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainEntity } from "./store.fixture.ts";
import { changesAt, DATABASES, openTestStore, setEntity, testBlock } from "./store.fixture.ts";

const SCHEMA = `
type Mutable @entity { id: String!, text: String!, texts: [String!]!, bytes: Bytes!, manyBytes: [Bytes!]!, int8: Int8!, int: BigInt! }
type Immutable @entity(immutable: true) { id: String!, text: String!, texts: [String!]!, bytes: Bytes!, manyBytes: [Bytes!]!, int8: Int8!, int: BigInt! }
type Once @entity(immutable: true, skipDuplicates: true) { id: String!, text: String!, texts: [String!]!, bytes: Bytes!, manyBytes: [Bytes!]!, int8: Int8!, int: BigInt! }
`;

/** Characters with a meaning to some format on the way, or at the edge of what Unicode has. */
const SPECIAL = [
  ..."\\\t\n\r\b\v\f\u0001\u007f\"',{}N$= ",
  "\\.",
  "NULL",
  "\u2028",
  "\ufeff",
  "\ufffd",
  "\uffff",
  "😀",
];

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SPECIAL), maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 10 }).map((value) => value.replaceAll("\0", "")),
);
const bytes = fc.uint8Array({ maxLength: 100 }).map((value) => `0x${Buffer.from(value).toString("hex")}`);
const values = fc.record({
  text,
  texts: fc.array(text, { maxLength: 3 }),
  bytes,
  manyBytes: fc.array(bytes, { maxLength: 3 }),
  int8: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  int: fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n }).map(String),
});

describe.each(DATABASES)("on %s", (on) => {
  test("values and ids come back as they were written, whatever characters they have", async () => {
    const { model, store } = await openTestStore(SCHEMA, on);
    let number = 0;
    const tried = async (texts: readonly string[], fields: PlainEntity): Promise<void> => {
      number++;
      // Ids of immutable types must be new: the number goes behind, where it hides nothing that they begin with.
      const changes = texts.flatMap((id) =>
        ["Mutable", "Immutable", "Once"].map((type) => setEntity(model, type, { ...fields, id: `${id}${number}` })),
      );
      await store.commit([changesAt(testBlock(number), changes)], testBlock(number));
      for (const change of changes) {
        if (change.kind === "set") expect(await store.get(change.type, change.key)).toEqual(change.data);
      }
    };
    await fc.assert(fc.asyncProperty(fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), values, tried), {
      numRuns: 60,
      examples: [
        [["\ufeffid"], { text: "\ufeff", texts: ["", "\ufeff"], bytes: "0x", manyBytes: ["0x"], int8: "0", int: "0" }],
      ],
    });
    await store.close();
  });
});
