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

/** A literal of the query with its variables filled in; undefined for a variable that was not given. */
export function inputFromAst(node: ValueNode, variables: Variables): InputValue | undefined {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables.get(node.name.value);
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
      return { kind: "list", items: node.values.map((item) => inputFromAst(item, variables) ?? NULL) };
    case Kind.OBJECT: {
      const fields = new Map<string, InputValue>();
      for (const field of node.fields) {
        const value = inputFromAst(field.value, variables);
        if (value !== undefined) fields.set(field.name.value, value);
      }
      return { kind: "object", fields };
    }
  }
}

/** A value out of a request's JSON; undefined when it is nothing that JSON can hold. */
export function inputFromJson(value: unknown): InputValue | undefined {
  if (value === null) return NULL;
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (typeof value === "string") return { kind: "string", text: value };
  if (typeof value === "number") return { kind: Number.isInteger(value) ? "int" : "float", text: String(value) };
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
      return `Int(${value.text})`;
    case "float":
      return `Float(${value.text})`;
    case "string":
      return `String(${JSON.stringify(value.text)})`;
    case "enum":
      return `Enum(${JSON.stringify(value.text)})`;
    case "list":
      return `List([${value.items.map(debugInput).join(", ")}])`;
    case "object":
      return `Object({${[...value.fields].map(([name, field]) => `${JSON.stringify(name)}: ${debugInput(field)}`).join(", ")}})`;
  }
}
