import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { castVote, executeProposal, proposeTerms } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { connectAs } from "./connect.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { IN_DOLLARS } from "./in-dollars.ts";
import { chain, indexed, passVotingDays, session, tokenAddress } from "./stack.ts";

test.use({ preparation: IN_DOLLARS });

const ADA = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const BEN = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

const readOf = (address: Address, abi: typeof personalTokenAbi) => (functionName: "totalSupply") =>
  chain.readContract({ address, abi, functionName });

async function balanceOf(token: Address, holder: Address): Promise<bigint> {
  return chain.readContract({ address: token, abi: personalTokenAbi, functionName: "balanceOf", args: [holder] });
}

/** Members of Trio let Cleo's token, which holds her part of Trio, take back up to 50,000 CLEO. */
async function letCleoGo(trio: Address, cleo: Address): Promise<void> {
  const governor = await chain.readContract({ address: trio, abi: networkTokenAbi, functionName: "governor" });
  const proposal = await proposeTerms(session(), {
    ...{ from: ADA, network: trio, governor, kind: "exit", member: cleo, account: cleo },
    ...{ cap: parseEther("50000"), rate: parseEther("0.5"), openFor: 864_000n },
    description: "Let Cleo take a quarter back",
  });
  await passVotingDays(1);
  for (const from of [ADA, BEN] as const) await castVote(session(), { from, proposal, support: "for" });
  await passVotingDays(3);
  await executeProposal(session(), ADA, proposal);
  await passVotingDays(2);
  await indexed();
}

test("a person takes back what the token’s treasury staked, under terms that members voted for", async ({ page }) => {
  const [trio, cleo] = [await tokenAddress("TRIO"), await tokenAddress("CLEO")];
  await letCleoGo(trio, cleo);
  const supplyOf = readOf(cleo, personalTokenAbi);
  const supply = await supplyOf("totalSupply");
  const held = await balanceOf(trio, cleo);

  await page.goto(`/person/${cleo}`);
  await connectAs(page, "Cleo Lindqvist");
  await page.getByRole("button", { name: "Take back: Take a stake back" }).click();
  const dialog = page.getByRole("dialog");
  const amount = dialog.getByRole("textbox", { name: "Take back" });
  await amount.fill("50000.5");
  await expect(amount).toHaveAccessibleDescription("At most 50,000 CLEO come back under these terms.");
  await amount.fill("20000");
  await expect(dialog.getByRole("row", { name: /TRIO in your treasury/ })).toContainText("90,000");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page);
  await dialog.getByRole("button", { name: "Take back 20,000 CLEO" }).click();
  await expect(dialog.getByText("20,000 CLEO came back and are no more.").first()).toBeVisible();
  expect(await supplyOf("totalSupply")).toBe(supply - parseEther("20000"));
  expect(await balanceOf(trio, cleo)).toBe(held - parseEther("10000"));

  // What the terms leave is still on offer.
  await amount.fill("30000.5");
  await expect(amount).toHaveAccessibleDescription("At most 30,000 CLEO come back under these terms.");
});
