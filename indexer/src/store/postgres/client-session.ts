import type pg from "pg";
import type { SqlRow, SqlSession } from "../driver.ts";
import { toSqlError } from "./server-error.ts";

/** Values arrive as the server's text. */
const AS_TEXT = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;

/** Most statements that get a name: a server never forgets them by itself, and queries bring new ones. */
const MAX_NAMES = 1_000;

const names = new Map<string, string>();

/** A statement's name, under which the server keeps its plan: the same for the same text on every connection. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size === MAX_NAMES) return known;
  const name = `statement_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** Runs statements on a client; the server keeps their plans if `prepared`, which is for texts that come again and again. */
export function clientSession(client: pg.ClientBase, prepared: boolean): SqlSession {
  return {
    async query(label, text, parameters = []) {
      const known = prepared ? nameOf(text) : undefined;
      const name = known === undefined ? {} : { name: known };
      try {
        const result = await client.query({ ...name, text, values: [...parameters], rowMode: "array", types: AS_TEXT });
        return result.rows as unknown as readonly SqlRow[];
      } catch (error) {
        throw toSqlError(label, error);
      }
    },
    async execute(label, text) {
      try {
        await client.query({ text, rowMode: "array", types: AS_TEXT });
      } catch (error) {
        throw toSqlError(label, error);
      }
    },
    // Statements travel together here, which `copy` cannot.
    copy: null,
  };
}
