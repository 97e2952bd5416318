/** Names of pino's levels. */
const LEVELS: Readonly<Record<number, string>> = {
  10: "TRACE",
  20: "DEBUG",
  30: "INFO",
  40: "WARN",
  50: "ERROR",
  60: "FATAL",
};

function formatValue(value: unknown): string {
  if (typeof value === "string") return /[\s"=]/.test(value) ? JSON.stringify(value) : value;
  if (typeof value === "number" && !Number.isInteger(value)) return value.toFixed(1);
  return JSON.stringify(value);
}

/** A log entry of pino as one line for people: time, level, message and fields; a defect's stack follows in lines of its own. */
export function formatEntry(line: string): string {
  const { err, level, msg, time, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const clock = new Date(Number(time)).toLocaleTimeString("en-GB");
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${formatValue(value)}`);
  const stack = typeof err === "object" && err !== null && "stack" in err ? `\n${String(err.stack)}` : "";
  return `${[clock, (LEVELS[Number(level)] ?? "").padEnd(5), msg, ...rest].join(" ")}${stack}\n`;
}
