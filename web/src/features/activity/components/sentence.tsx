import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { whatIs } from "../../../components/kind-of.ts";
import { PageLink } from "../../../components/page-link.tsx";
import type { ActivityEntry, ActivityKind } from "../../../data/activity/activity-entry.ts";
import type { Address } from "../../../lib/address.ts";
import { formatDuration } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { safeText } from "../../../lib/safe-text.ts";
import type { ActivityNames } from "../model/activity-names.ts";

/** What a sentence is made of: what happened, and what is known of those who take part. */
interface Telling {
  readonly entry: ActivityEntry;
  readonly names: ActivityNames;
}

/** What happened, in one sentence with links to whom it concerns. */
export function Sentence(telling: Telling): ReactNode {
  return SENTENCES[telling.entry.kind](telling);
}

const SENTENCES: Readonly<Record<ActivityKind, (telling: Telling) => ReactNode>> = {
  gain: (t) => (
    <>
      <Actor {...t} /> realized <Money {...t} />
      {t.entry.duration ? `, over ${formatDuration(t.entry.duration)}` : ""}
    </>
  ),
  gift: (t) => (
    <>
      <Actor {...t} /> gave <Money {...t} /> to the holders of <Token {...t} />
      <Quote {...t} />
    </>
  ),
  harvest: (t) => (
    <>
      <Token {...t} /> took in <Money {...t} /> from <Other {...t} />
    </>
  ),
  payment: (t) => (
    <>
      <Actor {...t} /> was paid <Money {...t} /> by <Token {...t} />
    </>
  ),
  stake: (t) => (
    <>
      <Actor {...t} /> staked <Shares {...t} /> into <Token {...t} /> for <InReturn {...t} />
    </>
  ),
  unstake: (t) => (
    <>
      <Actor {...t} /> took <Shares {...t} /> back from <Token {...t} /> for <InReturn {...t} />
    </>
  ),
  issue: (t) => (
    <>
      <Actor {...t} /> issued <Shares {...t} />
      {t.entry.other !== t.entry.actor && (
        <>
          {" "}
          to <Other {...t} />
        </>
      )}
    </>
  ),
  transfer: (t) => (
    <>
      <Actor {...t} /> passed <Shares {...t} /> on to <Other {...t} />
    </>
  ),
  application: (t) => (
    <>
      <Actor {...t} /> applied to <Token {...t} /> with <Shares {...t} />, for <InReturn {...t} />
    </>
  ),
  proposal: (t) => (
    <>
      <Actor {...t} /> put “{safeText(t.entry.text ?? "", 120)}” to the vote in <Token {...t} />
    </>
  ),
  vote: (t) => (
    <>
      <Actor {...t} /> {t.entry.support === "abstain" ? "abstained on" : `voted ${t.entry.support}`} “
      {safeText(t.entry.text ?? "", 120)}” in <Token {...t} />, with <Shares {...t} />
    </>
  ),
  dispute: (t) => (
    <>
      <Actor {...t} /> doubts a gain of <Money {...t} /> that <Token {...t} /> reported
    </>
  ),
  launch: (t) => (
    <>
      <Token {...t} /> launched a personal token
    </>
  ),
  form: (t) => (
    <>
      <Actor {...t} /> formed <Token {...t} />
    </>
  ),
};

const Actor = ({ entry, names }: Telling) => <Named address={entry.actor} names={names} />;
const Token = ({ entry, names }: Telling) => <Named address={entry.token} names={names} />;
const Other = ({ entry, names }: Telling) => (entry.other ? <Named address={entry.other} names={names} /> : "nobody");

function Named({ address, names }: { readonly address: Address; readonly names: ActivityNames }) {
  const { page } = whatIs(names, address);
  const name = displayName(names, address);
  if (!page) return <span className="font-mono text-note">{name}</span>;
  return (
    <PageLink {...page} className="font-semibold underline-offset-3 hover:underline">
      {name}
    </PageLink>
  );
}

function Money({ entry, names }: Telling) {
  const { currencySymbol, decimals } = names.protocol;
  return (
    <span className="font-semibold">
      <Amount wei={entry.amount ?? 0n} unit={currencySymbol} decimals={decimals} money />
    </span>
  );
}

function Shares({ entry, names }: Telling) {
  return <SharesOf wei={entry.shares} token={entry.sharesOf} names={names} />;
}

function InReturn({ entry, names }: Telling) {
  return <SharesOf wei={entry.inReturn} token={entry.token} names={names} />;
}

function SharesOf(props: {
  readonly wei: bigint | undefined;
  readonly token: Address | undefined;
  readonly names: ActivityNames;
}) {
  const { wei = 0n, token, names } = props;
  return <Amount wei={wei} unit={token && names.tokens.get(token)?.symbol} />;
}

function Quote({ entry }: Telling) {
  const words = safeText(entry.text ?? "", 160);
  return words === "" ? null : <span className="text-ink-2">: “{words}”</span>;
}
