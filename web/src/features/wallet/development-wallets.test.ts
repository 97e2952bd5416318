import { expect, test } from "vitest";
import { sampleAddress, sampleSnapshot } from "../../data/testing/sample-snapshot.ts";
import { developmentIcon } from "./development-icon.ts";
import { nameAccounts } from "./development-wallets.ts";

const [TOKEN, ADA, NOBODY] = [sampleAddress(1), sampleAddress(2), sampleAddress(3)];
const snapshot = sampleSnapshot(
  [{ address: TOKEN, name: "Ada Okafor", symbol: "ADA", person: ADA }],
  [{ token: TOKEN, holder: ADA, balance: 10n ** 18n }],
);

test("accounts are called as their tokens, those with a token first", () => {
  expect(nameAccounts([NOBODY, ADA], snapshot)).toEqual([
    { address: ADA, name: "Ada Okafor", token: TOKEN },
    { address: NOBODY, name: "0x0000…0003", token: undefined },
  ]);
});

test("without an index the accounts have their addresses", () => {
  expect(nameAccounts([ADA], undefined)).toEqual([{ address: ADA, name: "0x0000…0002", token: undefined }]);
});

test("the icon of an account with a token is its cloth, of another a ring", () => {
  const named = developmentIcon({ address: ADA, name: "Ada", token: TOKEN });
  const plain = developmentIcon({ address: NOBODY, name: "", token: undefined });
  expect(decodeURIComponent(named)).toMatch(/^data:image\/svg\+xml,<svg .*oklch\(/);
  expect(decodeURIComponent(plain)).toMatch(/<circle /);
});
