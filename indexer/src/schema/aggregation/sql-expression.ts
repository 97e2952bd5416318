/** A checked SQL expression over the fields of a timeseries, as `@aggregate(arg:)` holds it. */
export type SqlExpression =
  | { readonly kind: "field"; readonly name: string }
  /** A number, or one of `true`, `false` and `null`. */
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: SqlExpression }
  | { readonly kind: "binary"; readonly operator: string; readonly left: SqlExpression; readonly right: SqlExpression }
  /** A test such as `is not null`, written behind its operand. */
  | { readonly kind: "test"; readonly test: string; readonly operand: SqlExpression }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly SqlExpression[] }
  | { readonly kind: "cast"; readonly operand: SqlExpression; readonly type: string }
  | {
      readonly kind: "case";
      readonly subject: SqlExpression | null;
      readonly branches: readonly { readonly condition: SqlExpression; readonly result: SqlExpression }[];
      readonly otherwise: SqlExpression | null;
    };

/** SQL of an expression; `column` gives the (quoted) column of a field. */
export function formatExpression(expression: SqlExpression, column: (field: string) => string): string {
  const format = (part: SqlExpression): string => formatExpression(part, column);
  switch (expression.kind) {
    case "field":
      return column(expression.name);
    case "word":
      return expression.text;
    case "text":
      return `'${expression.value.replaceAll("'", "''")}'`;
    case "unary":
      return `(${expression.operator} ${format(expression.operand)})`;
    case "binary":
      return `(${format(expression.left)} ${expression.operator} ${format(expression.right)})`;
    case "test":
      return `(${format(expression.operand)} ${expression.test})`;
    case "call":
      return `${expression.name}(${expression.arguments.map(format).join(", ")})`;
    case "cast":
      return `(${format(expression.operand)})::${expression.type}`;
    case "case": {
      const subject = expression.subject === null ? "" : ` ${format(expression.subject)}`;
      const branches = expression.branches.map(
        ({ condition, result }) => ` when ${format(condition)} then ${format(result)}`,
      );
      const otherwise = expression.otherwise === null ? "" : ` else ${format(expression.otherwise)}`;
      return `(case${subject}${branches.join("")}${otherwise} end)`;
    }
  }
}

/** Names of the fields that an expression reads, each once. */
export function fieldsIn(expression: SqlExpression): readonly string[] {
  const names = new Set<string>();
  formatExpression(expression, (name) => {
    names.add(name);
    return name;
  });
  return [...names];
}
