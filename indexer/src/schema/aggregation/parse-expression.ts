import { SchemaError } from "../schema-error.ts";
import type { SqlExpression } from "./sql-expression.ts";
import { type Token, tokenize } from "./tokenize.ts";

/** The functions that graph-node allows: they give the same result on every machine. */
const FUNCTIONS = "abs ceil ceiling div floor gcd lcm mod power sign coalesce nullif greatest least".split(" ");

/** Types that can be cast to; binary floating point is none of them, as its results differ between machines. */
const TYPES = "smallint int2 int integer int4 bigint int8 numeric decimal boolean bool text".split(" ");

const KEYWORDS = "and or not is null true false distinct from case when then else end cast as".split(" ");

/** Signs between two operands, loosest first; a level's signs bind alike, from the left. */
const LEVELS: readonly (readonly string[])[] = [["+", "-"], ["*", "/", "%"], ["^"]];

const COMPARISONS = ["=", "<>", "!=", "<", ">", "<=", ">="];

/** Deepest nesting, which keeps the parser and PostgreSQL within their stacks. */
const MAX_DEPTH = 100;

/**
 * Reads a SQL expression, with PostgreSQL's precedence: fields, numbers, texts, arithmetic, comparisons, `and`, `or`, `not`, `is`, `case`,
 * casts to exact types and graph-node's functions. Throws `SchemaError` that tells what else it found, and where.
 */
export function parseExpression(source: string): SqlExpression {
  const parser = new Parser(tokenize(source));
  const expression = parser.disjunction();
  parser.expectEnd();
  return expression;
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  expectEnd(): void {
    if (this.#peek().kind !== "end") throw this.#unexpected("an operator or the end");
  }

  disjunction(): SqlExpression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new SchemaError(`it is nested more than ${MAX_DEPTH} levels deep: simplify it`);
    let left = this.#conjunction();
    while (this.#takeKeyword("or")) left = { kind: "binary", operator: "or", left, right: this.#conjunction() };
    this.#depth -= 1;
    return left;
  }

  #conjunction(): SqlExpression {
    let left = this.#negation();
    while (this.#takeKeyword("and")) left = { kind: "binary", operator: "and", left, right: this.#negation() };
    return left;
  }

  #negation(): SqlExpression {
    let negations = 0;
    while (this.#takeKeyword("not")) negations += 1;
    let operand = this.#test();
    // `not not x` is `x` but for the type, which one `not` already asks for.
    if (negations > 0) operand = { kind: "unary", operator: "not", operand };
    return negations > 0 && negations % 2 === 0 ? { kind: "unary", operator: "not", operand } : operand;
  }

  #test(): SqlExpression {
    let operand = this.#comparison();
    while (this.#takeKeyword("is")) {
      const not = this.#takeKeyword("not") ? "not " : "";
      if (this.#takeKeyword("distinct")) {
        this.#expectKeyword("from");
        operand = { kind: "binary", operator: `is ${not}distinct from`, left: operand, right: this.#comparison() };
      } else {
        const word = ["null", "true", "false"].find((candidate) => this.#takeKeyword(candidate));
        if (word === undefined) throw this.#unexpected("`null`, `true`, `false` or `distinct from`");
        operand = { kind: "test", test: `is ${not}${word}`, operand };
      }
    }
    return operand;
  }

  #comparison(): SqlExpression {
    const left = this.#operation(0);
    const operator = COMPARISONS.find((sign) => this.#takeSign(sign));
    return operator === undefined ? left : { kind: "binary", operator, left, right: this.#operation(0) };
  }

  #operation(level: number): SqlExpression {
    const signs = LEVELS[level];
    if (signs === undefined) return this.#signed();
    let left = this.#operation(level + 1);
    for (;;) {
      const operator = signs.find((sign) => this.#takeSign(sign));
      if (operator === undefined) return left;
      left = { kind: "binary", operator, left, right: this.#operation(level + 1) };
    }
  }

  #signed(): SqlExpression {
    const operators: string[] = [];
    for (;;) {
      const operator = ["+", "-"].find((sign) => this.#takeSign(sign));
      if (operator === undefined) break;
      operators.push(operator);
      if (operators.length > MAX_DEPTH) throw new SchemaError(`it has more than ${MAX_DEPTH} signs in a row`);
    }
    return operators.reduceRight<SqlExpression>(
      (operand, operator) => ({ kind: "unary", operator, operand }),
      this.#postfix(),
    );
  }

  #postfix(): SqlExpression {
    let operand = this.#primary();
    while (this.#takeSign("::")) operand = { kind: "cast", operand, type: this.#type() };
    return operand;
  }

  #primary(): SqlExpression {
    const token = this.#take();
    if (token.kind === "number") return { kind: "word", text: token.text };
    if (token.kind === "text") return { kind: "text", value: token.text };
    if (token.kind === "quoted") return { kind: "field", name: token.text };
    if (token.kind === "sign" && token.text === "(") {
      const inner = this.disjunction();
      this.#expectSign(")");
      return inner;
    }
    if (token.kind === "name") return this.#named(token);
    this.#next -= 1;
    throw this.#unexpected("a field, a number or `(`");
  }

  #named(token: Token): SqlExpression {
    const word = token.text.toLowerCase();
    if (word === "case") return this.#case();
    if (word === "cast") return this.#cast();
    if (word === "null" || word === "true" || word === "false") return { kind: "word", text: word };
    if (KEYWORDS.includes(word)) {
      this.#next -= 1;
      throw this.#unexpected("a field, a number or `(`");
    }
    return this.#takeSign("(") ? this.#call(word) : { kind: "field", name: token.text };
  }

  #call(name: string): SqlExpression {
    if (!FUNCTIONS.includes(name)) {
      throw new SchemaError(`Function ${name} is not supported: use one of ${FUNCTIONS.join(", ")}`);
    }
    const args = [this.disjunction()];
    while (this.#takeSign(",")) args.push(this.disjunction());
    this.#expectSign(")");
    return { kind: "call", name, arguments: args };
  }

  #case(): SqlExpression {
    const subject = this.#peekKeyword("when") ? null : this.disjunction();
    const branches: { condition: SqlExpression; result: SqlExpression }[] = [];
    while (this.#takeKeyword("when")) {
      const condition = this.disjunction();
      this.#expectKeyword("then");
      branches.push({ condition, result: this.disjunction() });
    }
    if (branches.length === 0) throw this.#unexpected("`when`");
    const otherwise = this.#takeKeyword("else") ? this.disjunction() : null;
    this.#expectKeyword("end");
    return { kind: "case", subject, branches, otherwise };
  }

  #cast(): SqlExpression {
    this.#expectSign("(");
    const operand = this.disjunction();
    this.#expectKeyword("as");
    const type = this.#type();
    this.#expectSign(")");
    return { kind: "cast", operand, type };
  }

  #type(): string {
    const token = this.#take();
    const name = token.text.toLowerCase();
    if (token.kind !== "name" || !TYPES.includes(name)) {
      throw new SchemaError(`casts to \`${token.text}\` are not supported: use one of ${TYPES.join(", ")}`);
    }
    return name;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: "end", text: "", position: 0 };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #takeSign(sign: string): boolean {
    const { kind, text } = this.#peek();
    const found = kind === "sign" && text === sign;
    if (found) this.#next += 1;
    return found;
  }

  #peekKeyword(keyword: string): boolean {
    const { kind, text } = this.#peek();
    return kind === "name" && text.toLowerCase() === keyword;
  }

  #takeKeyword(keyword: string): boolean {
    const found = this.#peekKeyword(keyword);
    if (found) this.#next += 1;
    return found;
  }

  #expectSign(sign: string): void {
    if (!this.#takeSign(sign)) throw this.#unexpected(`\`${sign}\``);
  }

  #expectKeyword(keyword: string): void {
    if (!this.#takeKeyword(keyword)) throw this.#unexpected(`\`${keyword}\``);
  }

  #unexpected(wanted: string): SchemaError {
    const { kind, text, position } = this.#peek();
    const found = kind === "end" ? "it ends" : `\`${text}\` stands at character ${position}`;
    return new SchemaError(`${wanted} is expected where ${found}`);
  }
}
