import { afterEach, expect, test, vi } from "vitest";
import { readUnlockedAccounts } from "./read-unlocked-accounts.ts";

const ADA = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

afterEach(() => vi.unstubAllGlobals());

function chainAnswers(result: unknown): void {
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    const { id } = JSON.parse(String(init.body));
    return Response.json({ jsonrpc: "2.0", id, result });
  });
}

test("the accounts that the chain signs for, in lower case", async () => {
  chainAnswers([ADA, ADA.toUpperCase().replace("0X", "0x")]);
  expect(await readUnlockedAccounts("http://127.0.0.1:1")).toEqual([ADA.toLowerCase(), ADA.toLowerCase()]);
});

test.each([null, "0x", [42, "ada"], { accounts: [ADA] }])("no account out of %j", async (answer) => {
  chainAnswers(answer);
  expect(await readUnlockedAccounts("http://127.0.0.1:1")).toEqual([]);
});

test("none when the chain does not answer", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("refused")));
  expect(await readUnlockedAccounts("http://127.0.0.1:1")).toEqual([]);
});
