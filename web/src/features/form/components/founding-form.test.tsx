// @vitest-environment jsdom
import { networkTokenAbi } from "@weft/abis";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { foundersOf } from "../../../data/testing/founders-of.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { metadataUri } from "../../describe/model/metadata-uri.ts";
import { testForm, testIdleForm } from "../../transact/testing/form-case.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { EMPTY_FORM, formDraftSchema, newFounder } from "../model/form-draft.ts";
import { foundingDays, foundingEnd } from "../model/founding-end.ts";
import { leastSettings } from "../model/governance-settings.ts";
import { FoundingForm } from "./founding-form.tsx";

vi.mock(import("../../../chain/contracts.ts"), async (original) => ({ ...(await original()), deployment: undefined }));

const snapshot = trioSnapshot();
const now = snapshot.timestamp;
const ada = newFounder([], tokens.ada);
const ben = { ...newFounder([ada], tokens.ben), amount: "50,000", unit: "shares", rate: "2" } as const;

const facts = foundersOf(snapshot);

function Founding({ asking = false }: { readonly asking?: boolean }): ReactNode {
  const [draft, setDraft] = useDraft("weft:form", formDraftSchema, EMPTY_FORM);
  return (
    <FoundingForm
      facts={facts}
      asking={asking}
      draft={draft}
      onDraftChange={setDraft}
      founders={draft.founders ?? []}
      account={wallets.ada}
      transact={useTransact("form")}
    />
  );
}

const { last } = foundingDays(now);
const whole = { maxMemberSupply: 1_000_000n * ONE };

testForm("forming a network", {
  account: wallets.ada,
  snapshot,
  world: { reads: { networkCountOf: 0n, predictToken: sampleAddress(0xe6) } },
  draft: { "weft:form": { ...EMPTY_FORM, founders: [ada, ben] } },
  form: () => <Founding />,
  obstacle: "Enter a name.",
  refuses: [
    {
      enter: { Name: "Night School", Symbol: "NIGHT", "Last day to stake": "2020-01-01" },
      why: "Choose the last day to stake.",
    },
  ],
  enter: { Name: "Night School", Symbol: "NIGHT", "Last day to stake": last },
  press: "Form Night School",
  calls: [
    {
      to: snapshot.protocol.registry,
      functionName: "form",
      args: [
        "Night School",
        "NIGHT",
        metadataUri({ name: "Night School", description: "", image: "" }),
        [
          { member: tokens.ada, account: wallets.ada, stake: 100_000n * ONE, rate: ONE, ...whole },
          { member: tokens.ben, account: wallets.ben, stake: 50_000n * ONE, rate: 2n * ONE, ...whole },
        ],
        BigInt(foundingEnd(last, now) ?? 0),
        leastSettings(86_400),
      ],
    },
  ],
  done: "Formed",
  refusal: {
    abi: networkTokenAbi,
    error: "FoundingEndOutOfRange",
    args: [1n, 2n],
    title: "The founding would end too early or too late",
  },
});

testIdleForm("forming a network while the index is asked what founders hold", {
  account: wallets.ada,
  snapshot,
  draft: {
    "weft:form": {
      description: { ...EMPTY_FORM.description, name: "Night School" },
      founders: [ada, ben],
      lastDay: last,
    },
  },
  form: () => <Founding asking />,
  obstacle: "Reading what the founders hold.",
});
