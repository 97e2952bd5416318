import { clientError } from "./http-error.ts";

type Version = readonly [number, number, number];

/** Versions of the query API. They differ only in orderings that both allow here. */
const SUPPORTED: readonly Version[] = [
  [1, 0, 0],
  [1, 1, 0],
];

const COMPARATOR = /^(\^|~|=|>=|<=|>|<)?\s*(\d+|\*)(?:\.(\d+|\*))?(?:\.(\d+|\*))?$/;

function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** First version above all that `precision` given numbers of `version` leave open. */
function above(version: Version, precision: number): Version {
  if (precision <= 1) return [version[0] + 1, 0, 0];
  return precision === 2 ? [version[0], version[1] + 1, 0] : [version[0], version[1], version[2] + 1];
}

function satisfies(candidate: Version, text: string): boolean {
  const match = COMPARATOR.exec(text.trim());
  if (match === null) throw clientError(`"${text}" is no version requirement such as 1.0.0 or ^1`);
  const [, operator = "^", ...parts] = match;
  const given = parts.filter((part) => part !== undefined && part !== "*").map(Number);
  if (given.length === 0) return true;
  const wanted: Version = [given[0] ?? 0, given[1] ?? 0, given[2] ?? 0];
  const order = compare(candidate, wanted);
  const within = (precision: number): boolean => order >= 0 && compare(candidate, above(wanted, precision)) < 0;
  switch (operator) {
    case ">=":
      return order >= 0;
    case ">":
      return compare(candidate, above(wanted, given.length)) >= 0;
    case "<":
      return order < 0;
    case "<=":
      return compare(candidate, above(wanted, given.length)) < 0;
    case "~":
      return within(Math.min(given.length, 2));
    case "=":
      return within(given.length);
    default:
      return within(1);
  }
}

/** Accepts what `?api-version=` asks for. @throws HttpError when no version of the API is meant. */
export function checkApiVersion(requirement: string): void {
  const parts = requirement.split(",");
  if (SUPPORTED.some((version) => parts.every((part) => satisfies(version, part)))) return;
  const known = SUPPORTED.map((version) => version.join(".")).join(", ");
  throw clientError(`No API version satisfies "${requirement}"; supported are ${known}`);
}
