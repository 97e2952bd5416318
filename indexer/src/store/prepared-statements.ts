import { type PGlite, protocol } from "@electric-sql/pglite";
import type { SqlRow } from "./driver.ts";

/** Statements kept at most; the one that was not run for the longest goes first. */
const MAX_STATEMENTS = 200;

/** Runs one statement with text parameters; throws what the database throws. */
export type RunPrepared = (text: string, parameters: readonly (string | null)[]) => Promise<readonly SqlRow[]>;

/**
 * Runs statements that come again with plans that PGlite keeps, and with one message for each run: parsing and planning, and the messages
 * around them, take longer than most queries.
 */
export function createPreparedStatements(database: PGlite): RunPrepared {
  const { serialize } = protocol;
  const names = new Map<string, string>();
  const unused: string[] = [];
  let count = 0;

  /** The name of a statement, with the messages that make it and drop those that are not wanted any more. */
  function nameOf(text: string): { readonly name: string; readonly messages: readonly Uint8Array[] } {
    const known = names.get(text);
    if (known !== undefined) {
      names.delete(text);
      names.set(text, known);
      return { name: known, messages: [] };
    }
    const [oldest] = names;
    if (names.size === MAX_STATEMENTS && oldest !== undefined) {
      names.delete(oldest[0]);
      unused.push(oldest[1]);
    }
    count += 1;
    const name = `again_${count}`;
    names.set(text, name);
    const dropped = unused.splice(0).map((other) => serialize.close({ type: "S", name: other }));
    return { name, messages: [...dropped, serialize.parse({ name, text })] };
  }

  return (text, parameters) =>
    // A transaction of its own waits for those of others.
    database.transaction(async () => {
      const { name, messages } = nameOf(text);
      const bind = serialize.bind({ statement: name, values: [...parameters] });
      const request = Buffer.concat([...messages, bind, serialize.execute({}), serialize.sync()]);
      try {
        const answer = await database.execProtocol(request, { syncToFs: false });
        return answer.messages.flatMap((message) =>
          "fields" in message && message.name === "dataRow" ? [message.fields as SqlRow] : [],
        );
      } catch (error) {
        // It may not even have come to be.
        names.delete(text);
        unused.push(name);
        throw error;
      }
    });
}
