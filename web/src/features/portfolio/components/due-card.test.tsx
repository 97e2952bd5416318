// @vitest-environment jsdom
import { settlementAbi } from "@weft/abis";
import type { Address } from "viem";
import { beforeEach, vi } from "vitest";
import { useRealWorker } from "../../../data/testing/real-worker.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { testForm, testNoForm } from "../../transact/testing/form-case.tsx";
import { DueCard } from "./due-card.tsx";

const settlement = vi.hoisted(() => "0x00000000000000000000000000000000000000f1" as const);
vi.mock(import("../../../chain/contracts.ts"), async (original) => ({
  ...(await original()),
  requireDeployment: () => ({ settlement }) as never,
}));
beforeEach(() => useRealWorker());

const snapshot = trioSnapshot({ adaRealized: 90n * ONE });

/**
 * TRIO has a fifth of the 90 that Ada realized, and Ben a third of TRIO. Another third is Cleo's, a fifth of which comes back to
 * TRIO: each turn brings a fifteenth of the one before, and a fifth turn is not worth its fee.
 */
const DUE = (6n * ONE * (15n ** 5n - 1n)) / (15n ** 5n - 15n ** 4n);
const hop = (holder: Address, source: Address, repeats: bigint) => ({ holder, source, repeats });
const hops = [hop(tokens.trio, tokens.ada, 1n), hop(tokens.cleo, tokens.trio, 4n), hop(tokens.trio, tokens.cleo, 4n)];

const settle = (account: Address) => ({
  to: settlement,
  functionName: "settle",
  // Good for twenty minutes.
  args: [hops, [tokens.trio], account, DUE, BigInt(snapshot.timestamp + 1_200)],
});
const refusal = {
  abi: settlementAbi,
  error: "PaidTooLittle",
  args: [1n, 2n],
  title: "Less would arrive than was planned",
};

testForm("claiming all that is due", {
  account: wallets.ben,
  snapshot,
  form: () => <DueCard snapshot={snapshot} account={wallets.ben} own />,
  enter: {},
  press: "Claim 6.429 ETH",
  calls: [settle(wallets.ben)],
  done: "You claimed 6.429 ETH.",
  refusal,
});

testForm("claiming for somebody else", {
  account: sampleAddress(0xe5),
  snapshot,
  form: () => <DueCard snapshot={snapshot} account={wallets.ben} own={false} />,
  enter: {},
  press: "Claim 6.429 ETH for Ben Lindqvist",
  calls: [settle(wallets.ben)],
  done: "You claimed 6.429 ETH for Ben Lindqvist.",
  refusal,
});

testNoForm("nothing due", {
  account: sampleAddress(0xe5),
  snapshot,
  form: () => <DueCard snapshot={snapshot} account={sampleAddress(0xe5)} own />,
  says: [/^Nothing is due now\./],
});
