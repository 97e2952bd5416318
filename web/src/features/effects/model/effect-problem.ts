import { InsufficientSharesError, InvalidAmountError, WorkerGoneError } from "@weft/ownership";

/** Why what changes can't be shown, in words. */
export function effectProblem(error: unknown): string {
  if (error instanceof InsufficientSharesError) return "There are not as many shares to move.";
  if (error instanceof InvalidAmountError) return "The contracts would refuse these figures.";
  if (error instanceof WorkerGoneError) return "Working it out was interrupted. Change the amount to try again.";
  return "What changes can’t be worked out now.";
}
