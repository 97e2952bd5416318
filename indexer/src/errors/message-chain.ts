/** Deepest chain of causes that is printed; deeper ones only repeat themselves. */
const MAX_CAUSES = 16;

/** The messages of an error and its causes, outermost first, joined by ": " in place of the full stops between them. */
export function messageChain(error: unknown): string {
  const messages: string[] = [];
  let current: unknown = error;
  while (current instanceof Error && messages.length < MAX_CAUSES) {
    messages.push(current.message);
    current = current.cause;
  }
  if (messages.length === 0) return String(error);
  return messages
    .map((message, index) => (index < messages.length - 1 ? message.replace(/\.$/, "") : message))
    .join(": ");
}
