import { SchemaError } from "../schema-error.ts";

/** One word or sign of a SQL expression. */
export interface Token {
  /** `name` may be a keyword, `quoted` never is. */
  readonly kind: "name" | "quoted" | "number" | "text" | "sign" | "end";
  /** Without quotes; signs and numbers as written. */
  readonly text: string;
  /** Place of its first character, counted from 1. */
  readonly position: number;
}

const SPACE = /\s+/y;
const TOKENS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["number", /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w$])/y],
  ["name", /[A-Za-z_]\w*/y],
  ["quoted", /"([^"\0]+)"/y],
  ["text", /'((?:[^'\0\\]|'')*)'/y],
  ["sign", /::|<=|>=|<>|!=|[-+*/%^<>=(),]/y],
];

/** Splits a SQL expression; throws `SchemaError` at a character that can be no part of one. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(source)?.[0].length ?? 0;
    if (at === source.length) return [...tokens, { kind: "end", text: "", position: at + 1 }];
    const [token, length] = tokenAt(source, at);
    // Two minus signs begin a comment in SQL; nothing that is checked here may be read otherwise there.
    if (source.startsWith("--", at)) throw new SchemaError(`there is a comment at character ${at + 1}: remove it`);
    tokens.push(token);
    at += length;
  }
}

function tokenAt(source: string, at: number): [Token, number] {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match === null) continue;
    const text = kind === "text" ? (match[1] ?? "").replaceAll("''", "'") : (match[1] ?? match[0]);
    return [{ kind, text, position: at + 1 }, match[0].length];
  }
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  throw new SchemaError(`\`${character}\` at character ${at + 1} is not supported`);
}
