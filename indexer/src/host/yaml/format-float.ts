/** Decimal places from which on, to the left and right of the point, an exponent is written. */
const MAX_PLAIN = 16;
const MIN_PLAIN = -5;

/** A floating point number as graph-node's YAML library writes it: `1.0`, `0.5`, `1e20`, `.inf`. */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const point = Number(exponent) + 1;
  if (point > MAX_PLAIN || point <= MIN_PLAIN) return `${mantissa}e${Number(exponent)}`;
  const sign = value < 0 ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, "0")}.${digits.slice(point) || "0"}`;
}
