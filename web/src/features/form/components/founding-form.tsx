import { type ReactNode, useMemo } from "react";
import { deployment, equityRegistryAbi } from "../../../chain/contracts.ts";
import { Card } from "../../../components/card.tsx";
import type { FoundersFacts } from "../../../data/founders.ts";
import type { Address } from "../../../lib/address.ts";
import { formatDuration } from "../../../lib/format.ts";
import { CreateRun } from "../../describe/components/create-run.tsx";
import { DescribeFields } from "../../describe/components/describe-fields.tsx";
import { takenSymbols } from "../../describe/model/taken-symbols.ts";
import { useOthers } from "../../describe/use-others.ts";
import { Columns } from "../../token/columns.tsx";
import { useChainTime } from "../../token/use-chain-time.ts";
import { transactRequest } from "../../transact/transact-request.ts";
import { isBusy } from "../../transact/transact-state.ts";
import type { Transact } from "../../transact/use-transact.ts";
import { EMPTY_FORM, type FormDraft, type FounderDraft } from "../model/form-draft.ts";
import { leastSettings } from "../model/governance-settings.ts";
import { readForm } from "../model/read-form.ts";
import { FoundersCard } from "./founders-card.tsx";
import { FoundingPreview } from "./founding-preview.tsx";
import { LastDayField } from "./last-day-field.tsx";

interface FoundingFormProps {
  readonly facts: FoundersFacts;
  /** Whether the facts of what was entered last are still on their way. */
  readonly asking: boolean;
  readonly draft: FormDraft;
  readonly onDraftChange: (draft: FormDraft) => void;
  /** The founders as the page shows them, whether touched or not. */
  readonly founders: readonly FounderDraft[];
  readonly account: Address | undefined;
  readonly transact: Transact;
}

const A_DAY = 86_400;
const VOTING = leastSettings(deployment?.secondsPerDay ?? A_DAY);

const WORDS = {
  namePlaceholder: "Harbour Collective",
  nameHint: "It can’t be changed later.",
  about: "What it is for",
  aboutPlaceholder: "Who you are together, and why each of you wants a part of the others.",
};

/** Everything about a new network and its founders, and beside it what comes of it. */
export function FoundingForm(props: FoundingFormProps): ReactNode {
  const { facts, asking, draft, onDraftChange: setDraft, founders, account, transact } = props;
  const forming = isBusy(transact.state) || transact.state.name === "indexed";
  const others = useOthers(draft.description, forming);
  const taken = useMemo(() => takenSymbols(others), [others]);
  const now = useChainTime(facts);
  const founding = useMemo(
    () => readForm(draft, founders, { facts, taken, account, now, settings: VOTING }),
    [draft, founders, facts, taken, account, now],
  );
  const { registry } = facts.protocol;
  const request =
    founding.args &&
    !asking &&
    transactRequest({ address: registry, abi: equityRegistryAbi, functionName: "form", args: founding.args });
  const setFounders = (next: readonly FounderDraft[]): void => setDraft({ ...draft, founders: [...next] });
  const { name } = founding.description;
  return (
    <Columns
      asideOnPhone="last"
      main={
        <>
          <Card title="The network">
            <div className="grid gap-5">
              <DescribeFields
                others={others}
                draft={draft.description}
                onChange={(description) => setDraft({ ...draft, description })}
                read={founding.description}
                words={WORDS}
              />
            </div>
          </Card>
          <FoundersCard facts={facts} founding={founding} onChange={setFounders} />
          <Card title="Until when">
            <LastDayField founding={founding} onChange={(lastDay) => setDraft({ ...draft, lastDay })} />
          </Card>
        </>
      }
      aside={
        <Card title="Once all have staked" acts>
          <div className="grid gap-5">
            <FoundingPreview
              registry={registry}
              account={account}
              draft={draft}
              founding={founding}
              forming={forming}
            />
            <CreateRun
              transact={transact}
              request={request || undefined}
              obstacle={asking ? "Reading what the founders hold." : founding.obstacle}
              title={name === "" ? "Form the network" : `Form ${name}`}
              done="Formed"
              onDone={() => setDraft(EMPTY_FORM)}
            />
            <p className="text-note text-ink-3">
              This names the founders. Each of them stakes on the network’s page then; if one does not in time, the
              founding fails, and the others can take their stakes back. Later the members vote on who else joins: after{" "}
              {formatDuration(VOTING.votingDelay)}’s notice, for {formatDuration(VOTING.votingPeriod)}, with at least{" "}
              {String(VOTING.quorumPercent)} % of the votes.
            </p>
          </div>
        </Card>
      }
    />
  );
}
