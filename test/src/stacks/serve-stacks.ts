import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Stack } from "@weft/devnet";
import type { Preparation, PreparedStacks } from "./prepared-stacks.ts";

/** Where a stack is, and which contracts are on it. */
export type StackPlace = Omit<Stack, "close">;

/** A server that tests, which run in processes of their own, get their stacks from. */
export interface StackServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves prepared stacks on a free port of the loopback address: asked by POST, with the preparation as JSON. */
export async function serveStacks(stacks: PreparedStacks): Promise<StackServer> {
  const server = createServer(async (request, response) => {
    try {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(placeOf(await stacks.of(await readPreparation(request)))));
    } catch (error) {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.stack : String(error));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function readPreparation(request: IncomingMessage): Promise<Preparation> {
  return JSON.parse(await text(request)) as Preparation;
}

function placeOf({ close: _, ...place }: Stack): StackPlace {
  return place;
}

/**
 * Asks the server at `url` for a stack as it was prepared.
 *
 * @throws with what the server says when there is none.
 */
export async function askForStack(url: string, preparation: Preparation): Promise<StackPlace> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(preparation) });
  const answer = await response.text();
  if (!response.ok) throw new Error(`There is no stack to test on: ${answer}`);
  return JSON.parse(answer) as StackPlace;
}
