import { toPlural } from "./to-plural.ts";

/** Names of a type's two root fields: `token` and `tokens`, or `stats` and `stats_collection` when both would be the same. */
export function rootFieldNames(typeName: string): { readonly singular: string; readonly plural: string } {
  const singular = camelCase(typeName);
  const plural = camelCase(toPlural(typeName));
  return { singular, plural: plural === singular ? `${plural}_collection` : plural };
}

/** graph-node's camel case (Rust's `Inflector` 0.11): `LPToken` is `lptoken`, `TokenID` is `tokenID`, `T0x` is `t0X`. */
function camelCase(name: string): string {
  let result = "";
  let newWord = false;
  let last = " ";
  for (const character of name.replace(/[^A-Za-z0-9]+$/, "")) {
    if (!/[A-Za-z0-9]/.test(character)) {
      newWord = result !== "";
    } else if (/\d/.test(character)) {
      result += character;
      newWord = true;
    } else if (newWord || (/[a-z]/.test(last) && /[A-Z]/.test(character))) {
      result += character.toUpperCase();
      newWord = false;
    } else {
      result += character.toLowerCase();
      last = character;
    }
  }
  return result;
}
