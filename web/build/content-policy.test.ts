import { expect, test } from "vitest";
import { contentPolicy } from "./content-policy.ts";

const sources = { rpcUrl: "http://127.0.0.1:8545", graphqlUrl: "http://127.0.0.1:8000/subgraphs/name/weft" };
const policy = contentPolicy(sources);

test("the page talks to its own origin, the chain and the index, and to nobody else", () => {
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:8545 http://127.0.0.1:8000;");
  expect(policy.match(/https?:/g)).toHaveLength(2);
});

test("WalletConnect's relay and frame are allowed where the build offers it, and there only", () => {
  expect(policy).not.toMatch(/walletconnect|frame-src/);
  const wider = contentPolicy({ ...sources, walletConnect: true });
  expect(wider).toContain(
    "connect-src 'self' http://127.0.0.1:8545 http://127.0.0.1:8000 wss://relay.walletconnect.org; frame-src https://verify.walletconnect.org;",
  );
  const narrowed = wider.replace(" wss://relay.walletconnect.org; frame-src https://verify.walletconnect.org", "");
  expect(narrowed).toBe(policy);
});

test("workers come from the page's own origin", () => {
  expect(policy).toContain("worker-src 'self';");
});

test("nothing inline runs or styles", () => {
  expect(policy).not.toMatch(/unsafe|nonce|\*/);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src-attr 'none';");
});
