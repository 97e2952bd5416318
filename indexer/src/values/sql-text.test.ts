import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldModel, ScalarName } from "../schema/model.ts";
import { formatArrayLiteral, parseArrayLiteral } from "./array-literal.ts";
import { parseBigInt } from "./big-int.ts";
import { bytesToHex, hexToBytes } from "./bytes.ts";
import { toJson } from "./json.ts";
import { fromSqlText, toSqlText } from "./sql-text.ts";
import type { Value } from "./value.ts";

function field(name: ScalarName, list = false): FieldModel {
  return { name: "f", description: null, base: { kind: "scalar", name }, list, nonNull: false, derivedFrom: null };
}

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

const SAMPLES: readonly (readonly [ScalarName, fc.Arbitrary<Value>])[] = [
  ["String", fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", ""))],
  ["Bytes", fc.uint8Array()],
  ["Int", fc.integer()],
  ["Int8", int64],
  ["Timestamp", int64],
  ["BigInt", fc.bigInt()],
  ["Boolean", fc.boolean()],
];

describe("SQL text", () => {
  it.each(SAMPLES)("of %s and of lists of it comes back as it was", (name, values) => {
    fc.assert(
      fc.property(values, fc.array(values, { maxLength: 5 }), (value, list) => {
        expect(fromSqlText(toSqlText(value, field(name)), field(name))).toEqual(value);
        expect(fromSqlText(toSqlText(list, field(name, true)), field(name, true))).toEqual(list);
      }),
    );
  });

  it("loses U+0000, which the database cannot hold", () => {
    expect(toSqlText("b\0la\0", field("String"))).toBe("bla");
  });

  it("keeps null apart from the text NULL", () => {
    const texts = ["NULL", null, "", '"\\,{}', "\\x00ff", "\\", "\\\\", '\\"', "a\\", '"'];
    expect(parseArrayLiteral(formatArrayLiteral(texts))).toEqual(texts);
    expect(parseArrayLiteral("{NULL,a,b c}")).toEqual([null, "a", "b c"]);
  });

  it("refuses values of another type", () => {
    expect(() => toSqlText("1", field("BigInt"))).toThrow("expected BigInt but got string `1`");
    expect(() => toSqlText(1.5, field("Int"))).toThrow("expected Int but got number `1.5`");
    expect(() => toSqlText("x", field("String", true))).toThrow("expected a list of String but got string `x`");
    expect(() => toSqlText(new Uint8Array(1), field("String"))).toThrow("expected String but got Bytes");
  });
});

describe("JSON", () => {
  it("shows big numbers and bytes as text", () => {
    expect(toJson(2n ** 63n - 1n)).toBe("9223372036854775807");
    expect(toJson({ digits: -15n, exponent: -1 })).toBe("-1.5");
    expect(toJson(new Uint8Array([0, 171]))).toBe("0x00ab");
    expect(toJson([1n, null, true, 3, "a"])).toEqual(["1", null, true, 3, "a"]);
  });
});

describe("reading integers and bytes", () => {
  it.each([
    ["1_000", 1000n],
    ["1_", 1n],
    ["+5", 5n],
    ["-12", -12n],
  ])("%s is %s", (text, value) => {
    expect(parseBigInt(text)).toBe(value);
  });

  it.each(["", "-", "1.0", "1e3", " 1", "0x10", "++5"])("refuses the integer `%s`", (text) => {
    expect(() => parseBigInt(text)).toThrow(`string is not a BigInt: \`${text}\``);
  });

  it("takes hex with and without 0x", () => {
    expect(bytesToHex(hexToBytes("0xAbCd"))).toBe("0xabcd");
    expect(bytesToHex(hexToBytes("abcd"))).toBe("0xabcd");
    expect(bytesToHex(hexToBytes(""))).toBe("0x");
    expect(() => hexToBytes("0xabc")).toThrow("`0xabc` is not hex");
  });
});
