import { type ReactNode, useMemo } from "react";
import { equityRegistryAbi } from "../../../chain/contracts.ts";
import { AmountField } from "../../../components/amount-field.tsx";
import { Card } from "../../../components/card.tsx";
import { Choice } from "../../../components/choice.tsx";
import type { Address } from "../../../lib/address.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { CreateRun } from "../../describe/components/create-run.tsx";
import { DescribeFields } from "../../describe/components/describe-fields.tsx";
import { takenSymbols } from "../../describe/model/taken-symbols.ts";
import { useOthers } from "../../describe/use-others.ts";
import { Columns } from "../../token/columns.tsx";
import { transactRequest } from "../../transact/transact-request.ts";
import { isBusy } from "../../transact/transact-state.ts";
import type { Transact } from "../../transact/use-transact.ts";
import { EMPTY_LAUNCH, launchDraftSchema, readLaunch } from "../model/read-launch.ts";
import { LaunchPreview } from "./launch-preview.tsx";

interface LaunchFormProps {
  /** Where tokens are launched. */
  readonly registry: Address;
  readonly transact: Transact;
}

const WORDS = {
  namePlaceholder: "Ada Okafor",
  nameHint: "As people know you. It can’t be changed later.",
  about: "A few words about you",
  aboutPlaceholder: "What you do, and why somebody would want a part of it.",
};

const HOLDERS = [
  {
    value: "open",
    title: "Open",
    meaning: "Anybody may hold your shares and pass them on. This is final.",
  },
  {
    value: "closed",
    title: "Closed",
    meaning: "Only those you approve can receive shares, networks too. You can open later, and never close again.",
  },
] as const;

/** Everything about a new personal token, and beside it how it will look. */
export function LaunchForm({ registry, transact }: LaunchFormProps): ReactNode {
  const [draft, setDraft] = useDraft("weft:launch", launchDraftSchema, EMPTY_LAUNCH);
  const others = useOthers(draft.description, isBusy(transact.state) || transact.state.name === "indexed");
  const taken = useMemo(() => takenSymbols(others), [others]);
  const launch = useMemo(() => readLaunch(draft, taken), [draft, taken]);
  const request =
    launch.args &&
    transactRequest({ address: registry, abi: equityRegistryAbi, functionName: "launch", args: launch.args });
  const { symbol } = launch.description;
  return (
    <Columns
      asideOnPhone="last"
      main={
        <>
          <Card title="Who you are">
            <div className="grid gap-5">
              <DescribeFields
                others={others}
                draft={draft.description}
                onChange={(description) => setDraft({ ...draft, description })}
                read={launch.description}
                words={WORDS}
              />
            </div>
          </Card>
          <Card title="Your shares">
            <div className="grid gap-6">
              <AmountField
                label="How many"
                text={draft.shares}
                onTextChange={(shares) => setDraft({ ...draft, shares })}
                unit={symbol === "" ? "shares" : symbol}
                hint="All of them go to you. The number is only how finely you can be divided: of 1,000,000 shares, 10,000 are a hundredth of you."
                error={launch.sharesProblem}
              />
              <Choice
                legend="Who may hold them"
                value={draft.holders}
                onChange={(holders) => setDraft({ ...draft, holders })}
                items={HOLDERS}
              />
            </div>
          </Card>
        </>
      }
      aside={
        <Card title="What you launch" acts>
          <div className="grid gap-5">
            <LaunchPreview registry={registry} draft={draft} launch={launch} />
            <CreateRun
              transact={transact}
              request={request}
              obstacle={launch.obstacle}
              title={symbol === "" ? "Launch" : `Launch ${symbol}`}
              done="Launched"
              onDone={() => setDraft(EMPTY_LAUNCH)}
            />
          </div>
        </Card>
      }
    />
  );
}
