import { afterEach, describe, expect, it } from "vitest";
import { accrue, columnsOf } from "../index.ts";
import { TRIO } from "../testing/trio.ts";
import type { Port } from "./port.ts";
import type { FromWorker } from "./protocol.ts";
import { serve } from "./serve.ts";

const GAIN = 90n * 10n ** 18n;
const SHARES = 10n ** 18n;
const COSTS = { costPerHop: 1n, costPerClaim: 1n };

/** Ada realized a gain, so that there is something to plan. */
const STATE = {
  ...TRIO,
  tokens: TRIO.tokens.map((token) =>
    token.id === "0xada" ? { ...token, incomePerShare: accrue(0n, GAIN, token.eligibleSupply) } : token,
  ),
};

const terms = { member: "0xada", account: "ada", rate: SHARES, cap: SHARES };
const plan = (name: string, ...args: unknown[]) => ({ kind: "plan", ask: { name, args: [...args, COSTS] } });
const whatIf = (name: string, request: object) => ({ kind: "whatIf", ask: { name, args: [request, {}] } });
const ofGraph = (name: string, ...args: unknown[]) => ({ kind: "graph", ask: { name, args } });
const LONG_QUESTIONS = [
  { kind: "columns", ask: { from: 0, to: 4 } },
  { kind: "flow", ask: { gains: new Map([["0xada", GAIN]]), limits: {} } },
  ofGraph("circlesOf"),
  ofGraph("connectedProfitOfNetworks", ["0x7210"], new Map([["0xada", GAIN]])),
  ofGraph("connectedProfitOfPerson", "0xada", "ada", GAIN),
  ofGraph("pathsTo", "0xada", "ben"),
  plan("planSettlement", "ben"),
  plan("planAtLeast", "ben", 10n),
  plan("planSettleEveryone"),
  whatIf("whatIfSale", { token: "0xada", from: "ada", to: "ben", amount: SHARES }),
  whatIf("whatIfStake", { network: "0x7210", member: "0xada", account: "ada", amount: SHARES, rate: SHARES }),
  whatIf("whatIfAdmission", { network: "0x7210", terms }),
  whatIf("whatIfRealize", { token: "0xben", amount: GAIN }),
];

const open: Port[] = [];

/** A server in this thread that looks at its messages after every step. */
function createServer() {
  const channel = new MessageChannel();
  const port = channel.port1 as unknown as Port;
  open.push(port);
  serve(channel.port2 as unknown as Port, 0);
  const heard: FromWorker[] = [];
  let hear = (): void => {};
  port.addEventListener("message", ({ data }) => {
    heard.push(data as FromWorker);
    hear();
  });
  port.start();
  return {
    send: (message: object) => port.postMessage(message),
    /** The first message about a question of one of these kinds. */
    message: async (id: number, ...kinds: FromWorker["kind"][]): Promise<FromWorker> => {
      for (;;) {
        const found = heard.find((message) => message.id === id && kinds.includes(message.kind));
        if (found) return found;
        await new Promise<void>((resolve) => {
          hear = resolve;
        });
      }
    },
  };
}

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

describe("a server", () => {
  for (const question of LONG_QUESTIONS) {
    const name = "name" in question.ask ? question.ask.name : question.kind;
    it(`leaves ${name} when it is asked to, and answers what comes then`, async () => {
      const server = createServer();
      server.send({ id: 1, kind: "load", ask: columnsOf(STATE) });
      await server.message(1, "answer");
      server.send({ id: 2, ...question });
      await server.message(2, "progress");
      server.send({ id: 2, kind: "cancel" });
      const stopped = await server.message(2, "answer", "failure");
      expect(stopped).toMatchObject({ kind: "failure", failure: { name: "AbortedError" } });
      server.send({ id: 3, ...question });
      await expect(server.message(3, "answer", "failure")).resolves.toMatchObject({ kind: "answer" });
    });
  }

  it("leaves a state that is being loaded, and keeps the one before", async () => {
    const server = createServer();
    server.send({ id: 1, kind: "load", ask: columnsOf(STATE) });
    await server.message(1, "answer");
    server.send({ id: 2, kind: "load", ask: columnsOf({ tokens: [], holdings: [] }) });
    await server.message(2, "progress");
    server.send({ id: 2, kind: "cancel" });
    await expect(server.message(2, "answer", "failure")).resolves.toMatchObject({ kind: "failure" });
    server.send({ id: 3, kind: "row", ask: "ada" });
    await expect(server.message(3, "answer", "failure")).resolves.toMatchObject({ kind: "answer", state: 1 });
  });
});
