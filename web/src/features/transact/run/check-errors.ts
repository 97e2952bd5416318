import { WebError } from "../../../lib/web-error.ts";

/** Thrown when an account has less of the native coin than the calls and their fee take. */
export class NotEnoughCoinError extends WebError {
  override name = "NotEnoughCoinError";
  readonly needed: bigint;
  readonly held: bigint;
  constructor(needed: bigint, held: bigint) {
    super(`The account holds ${held} wei, and ${needed} are needed.`);
    this.needed = needed;
    this.held = held;
  }
}

/** Thrown when a call would fail without saying why. */
export class SilentRefusalError extends WebError {
  override name = "SilentRefusalError";
}
