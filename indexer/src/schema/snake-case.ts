/**
 * graph-node's SQL name for a GraphQL name (Rust's `Inflector` 0.11, `to_snake_case`): `totalValueLockedUSD` is
 * `total_value_locked_usd`, `volume24h` is `volume_2_4h`.
 */
export function snakeCase(name: string): string {
  const characters = [...name.replace(/[^A-Za-z0-9]+$/, "")];
  let result = "";
  let pendingBreak = false;
  characters.forEach((character, index) => {
    if (!/[A-Za-z0-9]/.test(character)) {
      pendingBreak = result !== "";
      return;
    }
    const startsWord = !isLower(character) && (isLower(characters[index - 1]) || isLower(characters[index + 1]));
    if (result !== "" && (pendingBreak || startsWord)) result += "_";
    pendingBreak = false;
    result += character.toLowerCase();
  });
  return result;
}

function isLower(character: string | undefined): boolean {
  return character !== undefined && character >= "a" && character <= "z";
}
