// @vitest-environment jsdom
import { equityRegistryAbi } from "@weft/abis";
import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { metadataUri } from "../../describe/model/metadata-uri.ts";
import { testForm, testNoForm } from "../../transact/testing/form-case.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { LaunchPage } from "../launch-page.tsx";
import { LaunchForm } from "./launch-form.tsx";

const registry = sampleAddress(0xf2);
const stranger = sampleAddress(0xe5);

function Launch(): ReactNode {
  return <LaunchForm registry={registry} transact={useTransact("launch")} />;
}

testForm("launching a token in oneself", {
  account: stranger,
  snapshot: trioSnapshot(),
  world: { reads: { predictToken: sampleAddress(0xe6) } },
  form: () => <Launch />,
  obstacle: "Enter a name.",
  refuses: [
    { enter: { Name: "ü".repeat(33) }, why: /^A text is too long/ },
    { enter: { Name: "Dora\u202eaM" }, why: /character/ },
    { enter: { Name: "Dora Maar", Symbol: " " }, why: "Enter a symbol." },
    { enter: { Symbol: "DORA", "How many": "0" }, why: /^There would be 0, / },
    { enter: { "How many": "99,999,999,999" }, why: /^There would be 99,999,999,999, at most/ },
  ],
  enter: { Name: "Dora Maar", Symbol: "DORA", "A few words about you": "I take pictures.", "How many": "500,000" },
  press: "Launch DORA",
  calls: [
    {
      to: registry,
      functionName: "launch",
      args: [
        "Dora Maar",
        "DORA",
        500_000n * ONE,
        metadataUri({ name: "Dora Maar", description: "I take pictures.", image: "" }),
        true,
      ],
    },
  ],
  done: "Launched",
  refusal: {
    abi: equityRegistryAbi,
    error: "AlreadyLaunched",
    args: [wallets.ada, tokens.ada],
    title: "You have a token already",
  },
});

const totals = { totalRealized: "0", totalIncome: "0", totalClaimed: "0" };
const protocol = { registry, currency: zeroAddress, currencySymbol: "ETH", currencyDecimals: 18, ...totals };
const ada = { id: tokens.ada, name: "Ada Okafor", symbol: "ADA", person: { id: wallets.ada } };

testNoForm("launching, with a token already", {
  account: wallets.ada,
  snapshot: trioSnapshot(),
  world: {
    index: {
      Protocol: { protocols: [protocol] },
      Names: { personalTokens: [ada], networkTokens: [], pools: [] },
    },
  },
  form: () => <LaunchPage />,
  says: ["You have a token already", /^One person launches one token, for ever\./],
});
