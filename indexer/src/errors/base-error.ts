/** What an {@link IndexerError} carries besides its message. */
export interface IndexerErrorOptions {
  /** What led to this error. */
  readonly cause?: unknown;
  /** What the reader can do about it. */
  readonly hint?: string;
}

/** The root of every error this package throws on purpose. */
export class IndexerError extends Error {
  override readonly name: string = "IndexerError";
  readonly hint: string | undefined;

  constructor(message: string, options: IndexerErrorOptions = {}) {
    const text = options.hint === undefined ? message : `${message}\n${options.hint}`;
    super(text, options.cause === undefined ? undefined : { cause: options.cause });
    this.hint = options.hint;
  }
}

/** The messages of an error and its causes, outermost first, joined by ": ". */
export function messageChain(error: unknown): string {
  const messages: string[] = [];
  let current: unknown = error;
  while (current instanceof Error && messages.length < 16) {
    messages.push(current.message);
    current = current.cause;
  }
  if (messages.length === 0) messages.push(String(error));
  return messages.join(": ");
}
