import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { BareLoom } from "../../../components/bare-loom.tsx";
import { Card } from "../../../components/card.tsx";
import { type MemberGain, memberGainsQueryOptions } from "../../../data/network-gains.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { shortAddress } from "../../../lib/address.ts";
import { formatShare } from "../../../lib/format.ts";
import { useWidth } from "../../../lib/use-width.ts";
import { layOutCloth } from "../model/cloth-layout.ts";
import { type ClothView, clothView, GOLDEN_SECONDS } from "../model/cloth-view.ts";
import { crossingWords } from "../model/cloth-words.ts";
import { useNetworkSearch } from "../use-network-search.ts";
import type { Crossing } from "./cloth-labels.tsx";
import { ClothLoom } from "./cloth-loom.tsx";
import { ClothTable } from "./cloth-table.tsx";

/** The start of the golden time moves by whole hours, so that not every block asks anew. */
const HOUR = 3_600;
const NO_GAINS: readonly MemberGain[] = [];

/** The network as a cloth: members' shares one way, holders the other; every crossing says what passes there. */
export function ClothCard(props: { readonly snapshot: OwnershipSnapshot; readonly token: TokenInfo }): ReactNode {
  const { snapshot, token } = props;
  const members = useMemo(
    () => snapshot.holdings.filter(({ holder }) => holder === token.address).map((holding) => holding.token),
    [snapshot, token.address],
  );
  const since = Math.floor((snapshot.timestamp - GOLDEN_SECONDS) / HOUR) * HOUR;
  const gains = useQuery(memberGainsQueryOptions(members, since)).data ?? NO_GAINS;
  const cloth = useMemo(() => clothView(snapshot, token.address, gains), [snapshot, token.address, gains]);
  const [{ cloth: form }, change] = useNetworkSearch();
  const asTable = form === "table";
  const isEmpty = cloth.members.length === 0 || cloth.holders.length === 0;
  return (
    <Card
      id="cloth"
      title="The cloth"
      actions={isEmpty ? undefined : <ClothKey hasGold={cloth.members.some((m) => m.gains.length > 0)} />}
    >
      {isEmpty ? (
        <>
          <BareLoom />
          <p className="mt-4 max-w-[62ch] text-table text-ink-2">
            Nobody has joined yet. Founders stake first: each hands in a part of themselves, and the threads of all of
            them become one cloth.
          </p>
        </>
      ) : (
        <>
          <p className="max-w-[54ch] text-table text-ink-2">
            Every crossing carries a part of one person’s gains to another. More threads, larger share. A golden thread
            is a gain of the last thirty days.
          </p>
          {asTable ? (
            <div className="mt-5">
              <ClothTable cloth={cloth} network={token.name} protocol={snapshot.protocol} />
            </div>
          ) : (
            <ClothPicture cloth={cloth} snapshot={snapshot} token={token} />
          )}
          <Pools cloth={cloth} />
          <button
            type="button"
            aria-pressed={asTable}
            onClick={() => change({ cloth: asTable ? undefined : "table" })}
            className="mt-3 inline-flex min-h-11 cursor-pointer items-center text-table font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {asTable ? "Show as a cloth" : "Show as a table"}
          </button>
        </>
      )}
    </Card>
  );
}

interface ClothPictureProps {
  readonly cloth: ClothView;
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
}

function ClothPicture({ cloth, snapshot, token }: ClothPictureProps): ReactNode {
  const [box, width] = useWidth<HTMLDivElement>();
  const [active, setActive] = useState<Crossing>();
  const layout = useMemo(() => layOutCloth(cloth.members, cloth.holders, width), [cloth, width]);
  const tell = ({ member, holder }: Crossing) => crossingWords(cloth, token.name, snapshot.protocol, member, holder);
  const shown = active && tell(active);
  return (
    <div ref={box} className="mt-4 min-h-72">
      {layout !== undefined && (
        <ClothLoom
          cloth={cloth}
          layout={layout}
          label={`What ${token.name} passes from its members to its holders`}
          words={(crossing) => {
            const words = tell(crossing);
            return words === undefined ? "" : `${words.before} ${words.amount} ${words.after}, all turns counted.`;
          }}
          onActiveChange={setActive}
        />
      )}
      <p className="mt-3 min-h-17 text-table sm:min-h-6 text-ink-2">
        {shown === undefined ? (
          "Point at or touch a crossing, or move with the arrow keys, to see what passes there."
        ) : (
          <>
            {shown.before} <strong className="font-semibold text-money-ink">{shown.amount}</strong> {shown.after}, all
            turns counted.
          </>
        )}
      </p>
    </div>
  );
}

function Pools({ cloth }: { readonly cloth: ClothView }): ReactNode {
  if (cloth.pools.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-note text-ink-2">
      <svg aria-hidden="true" width="40" height="14" className="text-pool">
        <path
          d="M-4 18L10 4M4 18L18 4M12 18L26 4M20 18L34 4M28 18L42 4M36 18L50 4"
          stroke="currentColor"
          strokeWidth="2"
        />
      </svg>
      {cloth.pools.map(({ address, share }) => (
        <span key={address}>
          Pool {shortAddress(address)} holds {formatShare(share)} of all shares. Pools can’t claim, so no thread leads
          there.
        </span>
      ))}
    </div>
  );
}

function ClothKey({ hasGold }: { readonly hasGold: boolean }): ReactNode {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-1 text-note text-ink-2">
      <KeyItem className="h-3.5 w-1.5 bg-person">members it owns</KeyItem>
      <KeyItem className="h-1.5 w-4 bg-network">who owns it</KeyItem>
      {hasGold && <KeyItem className="h-3.5 w-1.5 bg-thread">new gain</KeyItem>}
    </ul>
  );
}

function KeyItem({ className, children }: { readonly className: string; readonly children: ReactNode }): ReactNode {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden="true" className={`${className} rounded-full forced-color-adjust-none`} />
      {children}
    </li>
  );
}
