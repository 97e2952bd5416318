import { equityRegistryAbi, personalTokenAbi, settlementAbi } from "@weft/abis";
import { type Abi, type Address, encodeFunctionData, numberToHex, parseAbi, parseEther, parseUnits } from "viem";
import { connectAs } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { IN_DOLLARS } from "./in-dollars.ts";
import { chain, indexed, session, testChain } from "./stack.ts";

test.use({ preparation: IN_DOLLARS });

const ADA = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const BEN = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
/** Claims of so many tokens take more gas than one transaction may have. */
const PEOPLE = 200;
/** Each token's supply, of which Ben gets a sixteenth: powers of two, so that nothing is rounded. */
const SUPPLY = 2n ** 66n;
const BENS = SUPPLY / 16n;
const GIFT = parseUnits("0.8", 6);
const APPROVE = parseAbi(["function approve(address spender, uint256 amount)"]);
/** The chain tries a call of almost all that a transaction may have many times over, to find what it takes. */
const PATIENCE = { timeout: 120_000 };
/** More than any of these calls takes. */
const GAS = 1_000_000n;

interface Call {
  readonly from: Address;
  readonly to: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** Sends calls in their order, and makes blocks until all of them are in one. */
async function play(calls: readonly Call[]): Promise<void> {
  for (const { from, to, ...call } of calls) {
    await chain.request<{ Method: string; Parameters: unknown; ReturnType: string }>({
      method: "eth_sendTransaction",
      params: [{ from, to, data: encodeFunctionData(call), gas: numberToHex(GAS) }],
    });
  }
  while ((await testChain.getTxpoolStatus()).pending > 0) await testChain.mine({ blocks: 1 });
}

/** Two hundred people launch tokens, Ben gets a sixteenth of each, and Ada gives something to the holders of each. */
async function makeManyTokens(): Promise<void> {
  const { registry, currency } = session().deployment;
  const fromBlock = (await chain.getBlockNumber()) + 1n;
  const people = Array.from({ length: PEOPLE }, (_, index) => numberToHex(0x5eed_0000 + index, { size: 20 }));
  for (const address of people) {
    await testChain.setBalance({ address, value: parseEther("1") });
    await testChain.impersonateAccount({ address });
  }
  await testChain.setAutomine(false);
  const launch = { to: registry, abi: equityRegistryAbi as Abi, functionName: "launch" };
  await play(people.map((from, at) => ({ ...launch, from, args: [`P${at}`, `P${at}`, SUPPLY, "", true] })));
  const launched = await chain.getContractEvents({
    address: registry,
    abi: equityRegistryAbi,
    eventName: "PersonalTokenLaunched",
    fromBlock,
  });
  const tokens = launched.map(({ args }) => args as { token: Address; person: Address });
  expect(tokens).toHaveLength(PEOPLE);
  const abi = personalTokenAbi as Abi;
  await play([
    ...tokens.map(({ token, person }) => {
      return { from: person, to: token, abi, functionName: "transfer", args: [BEN, BENS] };
    }),
    ...tokens.flatMap(({ token }): Call[] => [
      { from: ADA, to: currency, abi: APPROVE, functionName: "approve", args: [token, GIFT] },
      { from: ADA, to: token, abi, functionName: "distribute", args: [GIFT, ""] },
    ]),
  ]);
  await testChain.setAutomine(true);
  await indexed();
}

test("a claim that no transaction has room for is made in several, each of which says what it pays", async ({
  page,
}) => {
  test.slow();
  await makeManyTokens();
  await page.goto("/");
  await connectAs(page, "Ben Castellanos");
  await page.goto("/portfolio");
  const button = page.getByRole("button", { name: "Claim 10 oUSD" });
  await expect(button).toBeEnabled(PATIENCE);
  await expect(page.getByText("How it is collected: 200 steps in 2 transactions")).toBeVisible();
  const asked = page.getByRole("list", { name: "What your wallet asks" }).getByRole("listitem");
  await expect(asked).toHaveText([/^1claim [\d.]+ oUSD/, /^2claim [\d.]+ oUSD/]);
  await expectAccessible(page);
  const before = await chain.getBlockNumber({ cacheTime: 0 });
  await button.click();
  await expect(page.getByText("You claimed 10 oUSD.")).toBeVisible(PATIENCE);
  await expect(page.getByText("Your wallet grew by").locator("..")).toContainText("10.000000 oUSD");
  const settled = await chain.getContractEvents({
    address: session().deployment.settlement,
    abi: settlementAbi,
    eventName: "Settled",
    fromBlock: before + 1n,
  });
  expect(settled).toHaveLength(2);
  expect(settled.reduce((sum, { args }) => sum + (args.paid ?? 0n), 0n)).toBe(parseUnits("10", 6));
});
