import { createServer } from "node:net";
import { PortTakenError } from "../errors.ts";

/** A port that the stack was told to use. */
export interface PortWanted {
  readonly port: number;
  /** What for, as it stands in a sentence. */
  readonly purpose: string;
  /** Environment variable that chooses another. */
  readonly variable: string;
}

/**
 * Makes sure that nothing listens on a port of the loopback address.
 *
 * @throws PortTakenError when something does.
 */
export function requireFreePort({ port, purpose, variable }: PortWanted): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortTakenError(port, purpose, variable) : error);
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}
