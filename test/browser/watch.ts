import type { BrowserContext } from "@playwright/test";

/** Messages and requests that no page may produce. */
export interface Watch {
  readonly problems: string[];
  /** What a test provokes on purpose. */
  readonly allowed: RegExp[];
}

/** Name under which the pages reach back; nothing of the dApp is called so. */
const REPORT = "reportPolicyBreach";

/** Collects what goes wrong in any page of the browser context, from before its first script runs. */
export async function watch(context: BrowserContext): Promise<Watch> {
  const problems: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const local = ["127.0.0.1", "localhost"].includes(url.hostname) || ["data:", "blob:"].includes(url.protocol);
    if (!local) problems.push(`request to another host: ${request.url()}`);
  });
  await context.exposeFunction(REPORT, (breach: string) => void problems.push(`breach of the policy: ${breach}`));
  await context.addInitScript((report) => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
        const tell = (window as unknown as Record<string, (breach: string) => void>)[report];
        tell?.(`${effectiveDirective} refused ${blockedURI} (${sourceFile}:${lineNumber})`);
      },
    );
  }, REPORT);
  return { problems, allowed: [] };
}
