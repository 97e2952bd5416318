/** What a GraphQL request is answered with. */
export interface Reply {
  /** JSON. */
  readonly body: Buffer;
  /** Beside those of every answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly withErrors: boolean;
}

/** An answer on its way out. */
export function replyWith(
  answer: { readonly errors?: unknown },
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { body: Buffer.from(JSON.stringify(answer)), headers, withErrors: answer.errors !== undefined };
}
