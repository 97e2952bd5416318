import { type ReactNode, useMemo } from "react";
import { deployment, equityRegistryAbi } from "../../../chain/contracts.ts";
import { Card } from "../../../components/card.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatDuration } from "../../../lib/format.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { CreateRun } from "../../describe/components/create-run.tsx";
import { DescribeFields } from "../../describe/components/describe-fields.tsx";
import { Columns } from "../../token/columns.tsx";
import { useChainTime } from "../../token/use-chain-time.ts";
import { transactRequest } from "../../transact/transact-request.ts";
import { isBusy } from "../../transact/transact-state.ts";
import type { Transact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { EMPTY_FORM, type FounderDraft, formDraftSchema } from "../model/form-draft.ts";
import { leastSettings } from "../model/governance-settings.ts";
import { readForm } from "../model/read-form.ts";
import { FoundersCard } from "./founders-card.tsx";
import { FoundingPreview } from "./founding-preview.tsx";
import { LastDayField } from "./last-day-field.tsx";

interface FoundingFormProps {
  readonly snapshot: OwnershipSnapshot;
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
export function FoundingForm({ snapshot, transact }: FoundingFormProps): ReactNode {
  const [draft, setDraft] = useDraft("weft:form", formDraftSchema, EMPTY_FORM);
  const { address: account } = useWallet();
  const now = useChainTime(snapshot);
  const founding = useMemo(() => readForm(snapshot, draft, account, now, VOTING), [snapshot, draft, account, now]);
  const { registry } = snapshot.protocol;
  const request =
    founding.args &&
    transactRequest({ address: registry, abi: equityRegistryAbi, functionName: "form", args: founding.args });
  const setFounders = (founders: readonly FounderDraft[]): void => setDraft({ ...draft, founders: [...founders] });
  const { name } = founding.description;
  return (
    <Columns
      asideOnPhone="last"
      main={
        <>
          <Card title="The network">
            <div className="grid gap-5">
              <DescribeFields
                others={snapshot.tokens.values()}
                draft={draft.description}
                onChange={(description) => setDraft({ ...draft, description })}
                read={founding.description}
                words={WORDS}
              />
            </div>
          </Card>
          <FoundersCard snapshot={snapshot} founding={founding} onChange={setFounders} />
          <Card title="Until when">
            <LastDayField founding={founding} onChange={(lastDay) => setDraft({ ...draft, lastDay })} />
          </Card>
        </>
      }
      aside={
        <Card title="Once all have staked" acts>
          <div className="grid gap-5">
            <FoundingPreview
              snapshot={snapshot}
              draft={draft}
              founding={founding}
              forming={isBusy(transact.state) || transact.state.name === "indexed"}
            />
            <CreateRun
              transact={transact}
              request={request}
              obstacle={founding.obstacle}
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
