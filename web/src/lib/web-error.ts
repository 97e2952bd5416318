/** Root of the dApp's own errors: names the cause, carries the value, says what to do. */
export class WebError extends Error {
  override name = "WebError";
}
