import { Kind, type ValueNode } from "graphql";

/** An argument as written, before its type is known; numbers keep their text, so no digit is lost. */
export type InputValue =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "int" | "float" | "string" | "enum"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly InputValue[] }
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, InputValue> };

/** Values of a request's variables; one that was not given is missing. */
export type Variables = ReadonlyMap<string, InputValue>;

const NULL: InputValue = { kind: "null" };

/** A literal of the query with its variables filled in: as in graph-node, a variable that was not given is null. */
export function inputFromAst(node: ValueNode, variables: Variables): InputValue {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables.get(node.name.value) ?? NULL;
    case Kind.NULL:
      return NULL;
    case Kind.BOOLEAN:
      return { kind: "boolean", value: node.value };
    case Kind.INT:
      return { kind: "int", text: node.value };
    case Kind.FLOAT:
      return { kind: "float", text: node.value };
    case Kind.STRING:
      return { kind: "string", text: node.value };
    case Kind.ENUM:
      return { kind: "enum", text: node.value };
    case Kind.LIST:
      return { kind: "list", items: node.values.map((item) => inputFromAst(item, variables)) };
    case Kind.OBJECT: {
      const fields = new Map<string, InputValue>();
      for (const field of node.fields) fields.set(field.name.value, inputFromAst(field.value, variables));
      return { kind: "object", fields };
    }
  }
}

/** A value out of a request's JSON; undefined when it is nothing that JSON can hold. */
export function inputFromJson(value: unknown): InputValue | undefined {
  if (value === null) return NULL;
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (typeof value === "string") return { kind: "string", text: value };
  // Of larger numbers JSON has lost digits: they are good where a fraction is, and must be sent as text elsewhere.
  if (typeof value === "number") return { kind: Number.isSafeInteger(value) ? "int" : "float", text: String(value) };
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => inputFromJson(item) ?? NULL) };
  if (typeof value !== "object") return undefined;
  const fields = new Map<string, InputValue>();
  for (const [name, field] of Object.entries(value)) {
    const input = inputFromJson(field);
    if (input !== undefined) fields.set(name, input);
  }
  return { kind: "object", fields };
}

/** How graph-node shows a value in an error about an argument, such as `Object({"id": String("s1")})`. */
export function debugInput(value: InputValue): string {
  switch (value.kind) {
    case "null":
      return "Null";
    case "boolean":
      return `Boolean(${value.value})`;
    case "int":
      return `Int(Number(${value.text}))`;
    case "float":
      return `Float(${value.text})`;
    case "string":
      return `String(${JSON.stringify(value.text)})`;
    case "enum":
      return `Enum(${JSON.stringify(value.text)})`;
    case "list":
      return `List([${value.items.map(debugInput).join(", ")}])`;
    case "object":
      // In the order of names, as graph-node keeps them.
      return `Object({${sorted(value.fields)
        .map(([name, field]) => `${JSON.stringify(name)}: ${debugInput(field)}`)
        .join(", ")}})`;
  }
}

function sorted(fields: ReadonlyMap<string, InputValue>): [string, InputValue][] {
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
}
