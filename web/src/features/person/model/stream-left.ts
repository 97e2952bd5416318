import { accrueStream, type StreamState } from "@weft/ownership";

/** What is left of a stream at the Unix time `now`, in wei of the currency. */
export function streamLeftAt(stream: StreamState, now: number): bigint {
  return accrueStream(stream, BigInt(now)).streamLeft;
}
