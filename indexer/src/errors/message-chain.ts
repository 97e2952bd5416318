/** Deepest chain of causes that is printed; deeper ones only repeat themselves. */
const MAX_CAUSES = 16;

/**
 * The messages of an error and its causes, outermost first, joined by ": " in place of the full stops between them. A cause that a message
 * before it has told already is left out.
 */
export function messageChain(error: unknown): string {
  const messages: string[] = [];
  let current: unknown = error;
  for (let depth = 0; current instanceof Error && depth < MAX_CAUSES; depth++) {
    const { message } = current;
    if (!messages.some((told) => told === message || told.includes(`: ${message}`))) messages.push(message);
    current = current.cause;
  }
  if (messages.length === 0) return String(error);
  return messages
    .map((message, index) => (index < messages.length - 1 ? message.replace(/\.$/, "") : message))
    .join(": ");
}
