/** What a person typed, as wei, or why it can't be read. */
export type ParsedAmount =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly reason: string };

const SPACES = /[\s\u00a0\u202f_']/g;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^(\d+\.?\d*|\.\d+)$/;

/**
 * Reads an amount typed by a person, never through a floating point number.
 *
 * Spaces and commas may group thousands (`12,000.5`); a single comma that can't be a group is refused rather than guessed,
 * since `1,5` is one and a half to one reader and fifteen to another.
 */
export function parseAmount(text: string, decimals: number): ParsedAmount {
  const typed = text.replace(SPACES, "");
  if (typed === "") return refuse("Enter an amount.");
  if (typed.startsWith("-") || typed.startsWith("−")) return refuse("Enter an amount above zero.");
  if (typed.includes(",") && !GROUPED.test(typed)) {
    return refuse("Write decimals with a point: 1.5. A comma only groups thousands: 12,000.");
  }
  const plain = typed.replaceAll(",", "");
  if (!PLAIN.test(plain)) return refuse(`“${text.trim()}” is not a number.`);
  const [whole = "", fraction = ""] = plain.split(".");
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > decimals) {
    return refuse(decimals === 0 ? "Whole numbers only." : `At most ${decimals} digits after the point.`);
  }
  return { ok: true, value: BigInt(`${whole || "0"}${kept.padEnd(decimals, "0")}`) };
}

function refuse(reason: string): ParsedAmount {
  return { ok: false, reason };
}
