import { networkTokenAbi } from "@weft/abis";
import { castVote, executeProposal, proposeTerms, stake } from "@weft/devnet";
import { parseEther } from "viem";
import { connectAs, disconnect } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { balanceOf, formTogether, type Someone, someone } from "./people.ts";
import { chain, indexed, passSeconds, passVotingDays, session } from "./stack.ts";

const DAY = 86_400n;
/** Of the founders' terms are numbers 0 and 1. */
const TERMS = 2n;

/** Samuel and Yusuf found Pier and let Leilani stake up to 50,000 LEI; she has staked 20,000. */
async function playBefore(samuel: Someone, yusuf: Someone, leilani: Someone) {
  const weft = session();
  const { network, governor } = await formTogether("Pier", [samuel, yusuf], DAY);
  await stake(weft, { from: samuel.wallet, network, termsId: 0n });
  await stake(weft, { from: yusuf.wallet, network, termsId: 1n });
  // Votes count as they stood a second before.
  await passSeconds(2);
  const proposal = await proposeTerms(weft, {
    ...{ from: yusuf.wallet, network, governor, kind: "entry", member: leilani.token, account: leilani.wallet },
    ...{ cap: parseEther("50000"), rate: parseEther("1"), openFor: 20n * DAY },
    description: "Admit Leilani Kahale",
  });
  await passVotingDays(1);
  await castVote(weft, { from: yusuf.wallet, proposal, support: "for" });
  await passVotingDays(3);
  await executeProposal(weft, yusuf.wallet, proposal);
  await passVotingDays(2);
  await stake(weft, { from: leilani.wallet, network, termsId: TERMS, amount: parseEther("20000") });
  await indexed();
  return network;
}

test("members end a member's terms by a vote: what was staked stays, and nothing more comes in", async ({ page }) => {
  const [samuel, yusuf, leilani] = await Promise.all(["SAM", "YUSUF", "LEI"].map(someone));
  if (samuel === undefined || yusuf === undefined || leilani === undefined) throw new Error("The story has them.");
  const network = await playBefore(samuel, yusuf, leilani);
  const votes = page.getByRole("region", { name: "Applications and votes" });
  const terms = page.getByRole("region", { name: "Terms" }).getByRole("row", { name: /Leilani Kahale/ });
  const item = votes.getByRole("listitem").filter({ hasText: "End terms No. 2" });

  await test.step("Samuel, who did not stand for her, proposes it", async () => {
    await page.goto(`/network/${network}`);
    await connectAs(page, "Samuel Mensah");
    await expect(terms).toContainText("open");
    await votes.getByRole("button", { name: "Propose something else" }).click();
    const dialog = page.getByRole("dialog", { name: "Put something to the vote" });
    await dialog.getByRole("radio", { name: /^An end to terms/ }).check();
    await expect(dialog.getByText(/^Leilani Kahale may still stake 30,000 LEI under them\./)).toBeVisible();
    await dialog.getByRole("textbox", { name: "Why" }).fill("The harbour takes her boats now.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Put it to the vote" }).click();
    await expect(dialog.getByText("It is on the record.").first()).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(item).toContainText("Ends terms No. 2: Leilani Kahale can’t stake LEI under them any more.");
  });

  await test.step("he votes, and puts it into force", async () => {
    await passVotingDays(1);
    await item.getByRole("button", { name: /^Read/ }).click();
    await expect(item.getByText("Put to the vote by")).toContainText("Samuel Mensah");
    await expect(item.getByText("The harbour takes her boats now.")).toBeVisible();
    await item.getByRole("button", { name: "Vote for", exact: true }).click();
    await expect(item.getByText(/^You voted for, with 100,000 PIER/)).toBeVisible();
    await passVotingDays(3);
    await item.getByRole("button", { name: "Put it into force" }).click();
    await expect(votes.getByRole("heading", { name: "End terms No. 2" })).toHaveCount(0);
  });

  await test.step("her terms have ended, her stake has not", async () => {
    await expect(terms).toContainText(/cancelled.*by vote/);
    await expect(
      page.getByRole("table", { name: "Members of Pier" }).getByRole("row", { name: /Leilani/ }),
    ).toBeVisible();
    const call = { address: network, abi: networkTokenAbi, functionName: "termsOf", args: [TERMS] } as const;
    const [{ cap }] = await chain.readContract(call);
    expect(cap).toBe(parseEther("20000"));
    expect(await balanceOf(leilani.token, network)).toBe(parseEther("20000"));
    await disconnect(page);
    await connectAs(page, "Leilani Kahale");
    const panel = page.getByRole("region", { name: "Stake into Pier" });
    await expect(panel.getByText(/^By vote, members ended these terms\./)).toBeVisible();
    await expect(panel.getByRole("button", { name: /^Stake/ })).toHaveCount(0);
  });
});
