import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Notice } from "../../../components/notice.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import type { NetworkRecord } from "../../../data/network.ts";
import { positionsQueryOptions } from "../../../data/network-positions.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { useHeld } from "../../token/use-held.ts";
import { explainError } from "../../transact/explain-error.ts";
import { isBusy } from "../../transact/transact-state.ts";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { type Transact, useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import type { FoundingView } from "../model/founding-view.ts";
import { type StakedView, stakedViews } from "../model/way-out.ts";
import { LeaveForm } from "./leave-form.tsx";
import { TakeBackForm } from "./take-back-form.tsx";

const ExitDialog = lazy(() => import("./exit-dialog.tsx").then((file) => ({ default: file.ExitDialog })));

interface StakedCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: NetworkRecord;
  readonly founding: FoundingView;
  /** Unix time. */
  readonly now: number;
}

/** What the connected account and its token have staked, and how it comes back; nothing for who staked nothing. */
export function StakedCard(props: StakedCardProps): ReactNode {
  const { address: account } = useWallet();
  return account === undefined ? null : <Staked key={account} {...props} account={account} />;
}

function Staked(props: StakedCardProps & { readonly account: Address }): ReactNode {
  const transact = useTransact(`leave:${props.token.address}`);
  const { snapshot, token, record, founding, now, account } = useHeld(props, isBusy(transact.state));
  const own = snapshot.accounts.get(account)?.personalToken;
  const accounts = useMemo(() => (own ? [account, own] : [account]), [account, own]);
  const positions = useQuery(positionsQueryOptions(token.address, accounts));
  const views = useHeld(
    useMemo(
      () => (positions.data ? stakedViews(snapshot, record, founding, positions.data, now) : []),
      [snapshot, record, founding, positions.data, now],
    ),
    isBusy(transact.state),
  );
  const [chosen, setChosen] = useState(0);
  const view = views[chosen] ?? views[0];
  if (positions.isError) return <Notice tone="bad" title={explainError(positions.error).title} />;
  if (view === undefined && transact.state.name === "idle") return null;
  return (
    <div id="staked" className="scroll-mt-24">
      <Card title="What you staked" acts>
        <div className="grid gap-4">
          {views.length > 1 && (
            <PositionChoice snapshot={snapshot} views={views} chosen={chosen} onChoose={setChosen} />
          )}
          {view ? (
            <WayOut
              key={`${view.position.member}${view.position.account}`}
              {...{ snapshot, token, founding, account, view, transact }}
            />
          ) : (
            <TransactStatus state={transact.state} />
          )}
        </div>
      </Card>
    </div>
  );
}

function PositionChoice(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly views: readonly StakedView[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}): ReactNode {
  const { snapshot, views, chosen, onChoose } = props;
  return (
    <SelectField
      label="Stake"
      options={views.map(({ position: { member, account, staked } }, index) => {
        const symbol = snapshot.tokens.get(member)?.symbol ?? "shares";
        const whose = snapshot.tokens.has(account) ? "by your token’s treasury" : "by your wallet";
        return { value: String(index), text: `${formatAmount(staked)} ${symbol}, ${whose}` };
      })}
      value={String(chosen)}
      onChange={(value) => onChoose(Number(value))}
    />
  );
}

interface WayOutProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly founding: FoundingView;
  readonly account: Address;
  readonly view: StakedView;
  readonly transact: Transact;
}

/** One stake: what it was, and the way back that is open. */
function WayOut(props: WayOutProps): ReactNode {
  const { snapshot, token, founding, account, view, transact } = props;
  const { position, exits, takeBacks } = view;
  const symbol = snapshot.tokens.get(position.member)?.symbol ?? "shares";
  const [exit] = exits;
  const [takeBack] = takeBacks;
  return (
    <>
      <p className="text-table text-ink-2">
        <Amount wei={position.staked} unit={symbol} className="font-semibold text-ink" /> are in, for{" "}
        <Amount wei={position.minted} unit={token.symbol} className="font-semibold text-ink" />
        {position.account === account
          ? " in your wallet."
          : ` in the treasury of ${displayName(snapshot, position.account)}.`}
      </p>
      {takeBack ? (
        <TakeBackForm {...{ snapshot, token, founding, account, position, takeBack, transact }} />
      ) : exit?.state === "usable" ? (
        <LeaveForm key={exit.terms.number} {...{ snapshot, token, account, position, transact }} view={exit} />
      ) : exit?.state === "not-open" ? (
        <>
          <Notice title="You can leave soon">{exit.reason}</Notice>
          <TransactStatus state={transact.state} />
        </>
      ) : (
        <>
          {exit && <p className="text-note text-ink-3">{exit.reason}</p>}
          <NoWayYet {...props} />
          <TransactStatus state={transact.state} />
        </>
      )}
    </>
  );
}

function NoWayYet({ snapshot, token, founding, account, view: { position } }: WayOutProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState(false);
  if (founding.state === "under-way") {
    return (
      <p className="text-note text-ink-2">
        While founders still stake, it stays in. If one of them does not in time, the founding fails, and you can take
        all of it back.
      </p>
    );
  }
  return (
    <>
      <p className="text-note text-ink-2">
        {position.account === account
          ? `You can leave by vote, or by selling your ${token.symbol}.`
          : "You can leave by vote only: what a treasury holds can’t be sold."}
      </p>
      <div>
        <Button
          onClick={() => {
            setOpened(true);
            setAsking(true);
          }}
        >
          Ask to leave by vote
        </Button>
      </div>
      {opened && (
        <Suspense>
          <ExitDialog
            snapshot={snapshot}
            network={token}
            position={position}
            open={asking}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
