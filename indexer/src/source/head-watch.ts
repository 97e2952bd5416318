import type { Logger } from "pino";

/** Pauses between tries to connect, in milliseconds: the first, and the longest that it doubles to. */
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;

/** Tells when the chain has a new head. */
export interface HeadWatch {
  /** Resolves at the next head that was not waited for yet, after `ms` milliseconds, or when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Lets waiting ones go on at once, or the next one if nobody waits. */
function createBell() {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring(): void {
      rung = true;
      wake?.();
    },
    async wait(ms: number, signal: AbortSignal): Promise<void> {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          const stop = () => resolve();
          signal.addEventListener("abort", stop, { once: true });
          wake = () => {
            clearTimeout(timer);
            signal.removeEventListener("abort", stop);
            resolve();
          };
        }).finally(() => {
          wake?.();
          wake = null;
        });
      }
      rung = false;
    },
  };
}

function isHead(data: unknown): boolean {
  if (typeof data !== "string") return false;
  try {
    return (JSON.parse(data) as { readonly method?: unknown }).method === "eth_subscription";
  } catch {
    return false;
  }
}

/**
 * Listens for new heads at a WebSocket address of the chain's server, if there is one. While it cannot, or when a head is lost,
 * whoever waits is let go after the time that he would poll in: what comes in here is a hint and never data.
 */
export function watchHeads(url: string | null, logger: Logger): HeadWatch {
  const bell = createBell();
  let pause = FIRST_PAUSE_MS;
  let socket: WebSocket | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  function connect(address: string): void {
    const opened = new WebSocket(address);
    socket = opened;
    opened.addEventListener("open", () => {
      opened.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_subscribe", params: ["newHeads"] }));
      logger.debug("listening for new heads");
    });
    opened.addEventListener("message", ({ data }) => {
      if (!isHead(data)) return;
      pause = FIRST_PAUSE_MS;
      bell.ring();
    });
    // An error is followed by a close.
    opened.addEventListener("close", () => {
      if (closed) return;
      logger.debug({ pause }, "no connection that tells of new heads, polling");
      retry = setTimeout(() => connect(address), pause);
      retry.unref();
      pause = Math.min(2 * pause, MAX_PAUSE_MS);
    });
  }

  if (url !== null) connect(url);
  return {
    wait: bell.wait,
    close() {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      socket?.close();
    },
  };
}

/** Where a server on this machine may tell of new heads, since development chains serve both protocols at one port; else null. */
export function localHeadUrl(rpcUrl: string): string | null {
  const url = URL.canParse(rpcUrl) ? new URL(rpcUrl) : null;
  if (url?.protocol !== "http:" || !["127.0.0.1", "localhost", "[::1]"].includes(url.hostname)) return null;
  url.protocol = "ws:";
  return url.href;
}
