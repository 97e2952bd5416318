import type { Plugin } from "vite";
import { WALLETCONNECT_SOURCES } from "./wallet-connect.ts";

/** Origins that the page may talk to. */
export interface PolicySources {
  readonly rpcUrl: string;
  readonly graphqlUrl: string;
  /** Whether the build offers WalletConnect. @default false */
  readonly walletConnect?: boolean;
}

/** The policy as one header value: nothing from elsewhere, no inline script, no inline style. */
export function contentPolicy({ rpcUrl, graphqlUrl, walletConnect = false }: PolicySources): string {
  const connect = [...new Set(["'self'", new URL(rpcUrl).origin, new URL(graphqlUrl).origin])];
  if (walletConnect) connect.push(WALLETCONNECT_SOURCES.connect);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "script-src-attr 'none'",
    "worker-src 'self'",
    "style-src 'self'",
    "style-src-attr 'none'",
    "font-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    `connect-src ${connect.join(" ")}`,
    ...(walletConnect ? [`frame-src ${WALLETCONNECT_SOURCES.frame}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * Serves and ships the content policy: as a header where Vite serves the build, and as a meta element in the built page,
 * so that a plain file server keeps it too. While developing, Vite itself needs inline scripts and styles.
 */
export function contentPolicyPlugin(sources: PolicySources): Plugin {
  const policy = contentPolicy(sources);
  return {
    name: "weft:content-policy",
    configurePreviewServer(server) {
      server.middlewares.use((_request, response, next) => {
        response.setHeader("Content-Security-Policy", `${policy}; frame-ancestors 'none'`);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        next();
      });
    },
    transformIndexHtml: {
      order: "pre",
      handler: (html, context) =>
        context.server
          ? html
          : {
              html,
              tags: [
                {
                  tag: "meta",
                  attrs: { "http-equiv": "Content-Security-Policy", content: policy },
                  injectTo: "head-prepend",
                },
              ],
            },
    },
  };
}
