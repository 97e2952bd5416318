// @vitest-environment jsdom
import { personalTokenAbi } from "@weft/abis";
import { parseEther, toFunctionSelector } from "viem";
import { vi } from "vitest";
import type { TokenInfo } from "../../data/ownership.ts";
import { ONE, sampleAddress } from "../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../data/testing/trio.ts";
import { GiveCard, RealizeCard } from "../person/components/realize-card.tsx";
import { DisputeForm } from "../person/dispute/dispute-form.tsx";
import { testForm, testIdleForm } from "../transact/testing/form-case.tsx";
import { CollectPanel } from "./collect/collect-panel.tsx";
import { HoldingCard } from "./holding-card.tsx";
import { SendForm } from "./send/send-form.tsx";

const settlement = vi.hoisted(() => "0x00000000000000000000000000000000000000f1" as const);
vi.mock(import("../../chain/contracts.ts"), async (original) => ({
  ...(await original()),
  deployment: { settlement } as never,
}));

const snapshot = trioSnapshot({ adaRealized: 90n * ONE });
const ada = snapshot.tokens.get(tokens.ada) as TokenInfo;
const trio = snapshot.tokens.get(tokens.trio) as TokenInfo;
const stranger = sampleAddress(0xe5);
const common = { account: wallets.ada, snapshot };
const ofAda = (functionName: string, ...args: readonly unknown[]) => ({ to: tokens.ada, functionName, args });
const sendable = { transferableBalanceOf: 500_000n * ONE, lockedOf: [0n, 0n] };

testForm("sending shares", {
  ...common,
  world: { reads: { ...sendable, canTransfer: [true, "0x00000000"] } },
  form: () => <SendForm {...common} token={ada} />,
  obstacle: "Enter how many shares you send.",
  refuses: [
    { enter: { "You send": "500001" }, why: "You can send 500,000 ADA at most." },
    { enter: { "You send": "5" }, why: "Say who receives them." },
    { enter: { "Who receives them": wallets.ada }, why: "That is you: nothing would move." },
    { enter: { "Who receives them": "0x12" }, why: "Choose another receiver." },
  ],
  enter: { "You send": "5", "Who receives them": wallets.ben },
  press: "Send 5 ADA",
  calls: [ofAda("transfer", wallets.ben, 5n * ONE)],
  done: "You sent 5 ADA to Ben Lindqvist.",
  refusal: {
    abi: personalTokenAbi,
    error: "ERC20InsufficientBalance",
    args: [wallets.ada, 1n, 2n],
    title: "Not enough shares",
  },
});

testIdleForm("sending shares to a network", {
  ...common,
  world: { reads: { ...sendable, canTransfer: [false, toFunctionSelector("TreasuryDidNotAsk(address)")] } },
  form: () => <SendForm {...common} token={ada} />,
  refuses: [
    {
      enter: { "You send": "5", "Who receives them": tokens.trio },
      why: "Trio is a network: shares come in only by staking, on its page.",
    },
  ],
});

testForm("claiming what is due", {
  ...common,
  form: () => <HoldingCard snapshot={snapshot} token={ada} />,
  enter: {},
  press: "Claim 72 ETH",
  calls: [ofAda("claim", wallets.ada)],
  done: "You claimed 72 ETH.",
  refusal: { abi: personalTokenAbi, error: "NothingToClaim", args: [wallets.ada], title: "Nothing is due" },
});

testForm("collecting for a treasury", {
  ...common,
  account: stranger,
  form: () => <CollectPanel snapshot={snapshot} token={trio} />,
  enter: {},
  press: "Collect 18 ETH for TRIO",
  calls: [
    {
      to: settlement,
      functionName: "settle",
      // One hop, nothing to claim; a treasury may wait as long as it takes.
      args: [[{ holder: tokens.trio, source: tokens.ada, repeats: 1n }], [], tokens.trio, 0n, 4_291_747_199n],
    },
  ],
  done: "It is collected.",
  refusal: {
    abi: personalTokenAbi,
    error: "NoEligibleHolders",
    args: [0n, 1n],
    title: "Nobody could receive this",
  },
});

testForm("realizing a gain", {
  ...common,
  form: () => <RealizeCard snapshot={snapshot} token={ada} />,
  obstacle: "Enter how much ETH you pay in.",
  refuses: [
    { enter: { Amount: "0" }, why: "Enter an amount above zero." },
    { enter: { Amount: "1.5.0" }, why: "Correct the amount first." },
    { enter: { Amount: "0.25", Evidence: "ü".repeat(513) }, why: /^At most 1024 bytes fit/ },
  ],
  enter: { Amount: "0.25", Evidence: "https://example.org/invoice" },
  press: "Realize 0.25 ETH",
  calls: [{ ...ofAda("realize", parseEther("0.25"), 0n, "https://example.org/invoice"), value: parseEther("0.25") }],
  done: "You realized 0.25 ETH.",
  refusal: {
    abi: personalTokenAbi,
    error: "IncomeAboveLimit",
    args: [2n, 1n],
    title: "More than a token can hold for its holders",
  },
});

testForm("giving to the holders", {
  ...common,
  account: stranger,
  form: () => <GiveCard snapshot={snapshot} token={trio} />,
  open: "Give something",
  obstacle: "Enter how much ETH you pay in.",
  refuses: [
    { enter: { Amount: "0" }, why: "Correct the amount first." },
    { enter: { Amount: "0.5", Note: "ü".repeat(513) }, why: "Shorten the text first." },
  ],
  enter: { Amount: "0.5", Note: "  Thanks for the boat. " },
  press: "Give 0.5 ETH",
  calls: [
    {
      to: tokens.trio,
      functionName: "distribute",
      args: [parseEther("0.5"), "Thanks for the boat."],
      value: parseEther("0.5"),
    },
  ],
  done: "You gave 0.5 ETH.",
  refusal: {
    abi: personalTokenAbi,
    error: "NoEligibleHolders",
    args: [0n, 1n],
    title: "Nobody could receive this",
  },
});

testForm("disputing a gain", {
  ...common,
  account: wallets.ben,
  form: () => (
    <DisputeForm
      token={ada}
      gain={{
        id: "0x01",
        number: 4,
        amount: ONE,
        duration: 0,
        evidence: "A prize",
        timestamp: 1,
        transaction: "0x02",
        disputes: [],
      }}
    />
  ),
  obstacle: "Say what speaks against it.",
  refuses: [{ enter: { "What speaks against it": "ü".repeat(513) }, why: "Shorten the text first." }],
  enter: { "What speaks against it": "  The prize went to Cleo. " },
  press: "Dispute this gain",
  calls: [ofAda("dispute", 4n, "The prize went to Cleo.")],
  done: "Your doubts are on the record.",
  refusal: {
    abi: personalTokenAbi,
    error: "OnlyHolder",
    args: [wallets.ben],
    title: "Only who holds shares can do this",
  },
});
