import * as errors from "../errors.ts";
import type { Failure } from "./protocol.ts";

/** An error as it can be sent; fields that are no plain data are left out by the class that reads them. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), fields: {} };
  return {
    name: error.name,
    message: error.message,
    fields: error instanceof errors.OwnershipError ? { ...error } : {},
  };
}

/** The error that a failure stands for, of the same class; what is not an error of this package is the worker's own. */
export function toError({ name, message, fields }: Failure): Error {
  const kind = (errors as Readonly<Record<string, { readonly prototype: object } | undefined>>)[name];
  if (kind === undefined) return new errors.WorkerGoneError(`it failed with ${name}: ${message}`);
  const error = new Error(message);
  Object.setPrototypeOf(error, kind.prototype);
  return Object.assign(error, fields);
}
