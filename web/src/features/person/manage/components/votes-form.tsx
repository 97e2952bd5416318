import { type ReactNode, useState } from "react";
import { Amount } from "../../../../components/amount.tsx";
import { Identity } from "../../../../components/identity.tsx";
import { SelectField } from "../../../../components/select-field.tsx";
import type { TokenInfo } from "../../../../data/ownership.ts";
import { displayName } from "../../../../lib/names.ts";
import { AccountField, walletOf } from "../../../token/account/account-field.tsx";
import { AccountNote } from "../../../token/account/account-note.tsx";
import { readAccount } from "../../../token/account/read-account.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { useTransact } from "../../../transact/use-transact.ts";
import type { OwnFormProps } from "../model/own-form.ts";
import { treasuryVotesPlan } from "../model/treasury-plans.ts";
import { type TreasuryStake, treasuryStakes } from "../model/treasury-stakes.ts";

/** Who votes with the network shares of the treasury, network by network. */
export function VotesForm(props: OwnFormProps): ReactNode {
  const { snapshot, token, settings } = props;
  const [chosen, setChosen] = useState<string>();
  const stakes = treasuryStakes(snapshot, token, settings.votes);
  const stake = stakes.find(({ network }) => network.address === chosen) ?? stakes[0];
  if (stake === undefined) return <p className="text-table text-ink-2">Your treasury holds no shares of a network.</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {stakes.length > 1 && (
        <SelectField
          label="Network"
          options={stakes.map(({ network }) => ({ value: network.address, text: network.name }))}
          value={stake.network.address}
          onChange={setChosen}
        />
      )}
      <Chooser key={stake.network.address} {...props} stake={stake} />
    </div>
  );
}

function Chooser(props: OwnFormProps & { readonly stake: TreasuryStake }): ReactNode {
  const { snapshot, token, stake } = props;
  const { network, balance, delegate } = stake;
  const [text, setText] = useState("");
  const transact = useTransact(`treasury-votes:${token.address}:${network.address}`);
  const read = text.trim() === "" && token.person ? { ok: true as const, address: token.person } : readAccount(text);
  const itself = read.ok && read.address === token.person;
  const same = read.ok && read.address === delegate;
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event) => event.preventDefault()}>
      <div className="grid gap-2 rounded-control bg-inset px-3 py-2.5 text-note text-ink-2">
        <p>
          With <Amount wei={balance} unit={network.symbol} /> of your treasury votes
        </p>
        {delegate === undefined ? <p className="font-semibold text-ink">nobody</p> : <Voter {...{ token, delegate }} />}
      </div>
      <AccountField
        label="Who shall vote"
        hint="Leave it empty to vote yourself."
        text={text}
        onTextChange={(next) => {
          setText(next);
          if (transact.state.name === "indexed") transact.reset();
        }}
        offer={walletOf}
        error={read.ok ? undefined : read.reason}
      />
      {read.ok && !itself && <AccountNote snapshot={snapshot} address={read.address} />}
      <TransactPanel
        transact={transact}
        plan={
          read.ok && !same
            ? treasuryVotesPlan(token, network, read.address, itself ? "you" : displayName(snapshot, read.address))
            : undefined
        }
        obstacle={
          same ? (itself ? "You vote already. Enter who shall." : "They vote already.") : "Enter who shall vote."
        }
      >
        {itself ? "Vote yourself" : "Let them vote"}
      </TransactPanel>
    </form>
  );
}

function Voter(props: { readonly token: TokenInfo; readonly delegate: `0x${string}` }): ReactNode {
  const { token, delegate } = props;
  if (delegate === token.person) return <p className="font-semibold text-ink">you</p>;
  return <Identity address={delegate} size={24} link={false} />;
}
