import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Handler } from "../router.ts";
import { ServerError } from "../server-error.ts";

/** Addresses that only this machine reaches; the server has no access control, so it offers no others. */
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
/** Milliseconds in which a client must send its headers, and its whole request. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Milliseconds between looks for clients that take longer. */
const CHECK_INTERVAL_MS = 5000;
/** Longer than the minute for which proxies and clients keep unused connections, so that they close them first. */
const KEEP_ALIVE_MS = 65_000;
const MAX_CONNECTIONS = 2048;
/** Milliseconds that requests under way have left when the server is closed. */
const CLOSE_GRACE_MS = 1000;

/** A port that is listened on. */
export interface Listener {
  readonly port: number;
  /** Such as `http://127.0.0.1:8000`. */
  readonly origin: string;
  /** Accepts no more requests, lets those under way end within a second, and closes every connection. */
  close(): Promise<void>;
}

/** Listens on a loopback address; port 0 takes any that is free. @throws ServerError when that cannot be. */
export async function listen(handler: Handler, port: number, host: string): Promise<Listener> {
  if (!LOOPBACK.includes(host)) {
    throw new ServerError(
      `the server offers no access control, so it cannot listen on ${host}: use ${LOOPBACK.join(", ")}`,
    );
  }
  let closing = false;
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      noDelay: true,
    },
    (request, response) => {
      // A connection that is kept alive would stay open after its last answer.
      response.once("close", () => {
        if (closing) setImmediate(() => server.closeIdleConnections());
      });
      handler(request, response);
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? "the port is in use: stop what uses it, or choose another" : error.message;
      reject(new ServerError(`cannot listen on ${host}:${port}: ${reason}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    origin: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        const grace = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
        server.close(() => {
          clearTimeout(grace);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
