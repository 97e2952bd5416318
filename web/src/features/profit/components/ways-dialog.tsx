import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Dialog } from "../../../components/dialog.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { originQueryOptions } from "../../../data/connected-profit.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { displayName } from "../../../lib/names.ts";
import { explainReading } from "../../transact/explain-reading.ts";
import { waysTo } from "../model/profit-ways.ts";
import { BackedGains } from "./backed-gains.tsx";
import { WayLine } from "./way-line.tsx";

interface WaysDialogProps {
  readonly snapshot: OwnershipSnapshot;
  /** The person’s token in which gains were realized. */
  readonly origin: Address;
  /** The token that they reached. */
  readonly token: Address;
  readonly onClose: () => void;
}

/** How the gains of one person came to a token, and what backs them. */
export function WaysDialog({ snapshot, origin, token, onClose }: WaysDialogProps): ReactNode {
  const from = displayName(snapshot, origin);
  const own = origin === token;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={own ? `What ${from} realized` : `From ${from} to ${displayName(snapshot, token)}`}
      description="All that arrived so far, to the last digit, by the token from which it came."
    >
      <h3 className="text-body">By which way</h3>
      <Ways snapshot={snapshot} origin={origin} token={token} />
      <h3 className="mt-5 text-body">Gains of {from}, whole</h3>
      <BackedGains snapshot={snapshot} origin={origin} />
    </Dialog>
  );
}

function Ways({ snapshot, origin, token }: Omit<WaysDialogProps, "onClose">): ReactNode {
  const parts = useQuery(originQueryOptions(origin));
  if (parts.isError) return <Notice tone="bad" title={explainReading(parts.error).title} />;
  if (parts.data === undefined) return <Skeleton className="h-16" />;
  return (
    <ul className="divide-y divide-line">
      {waysTo(parts.data, origin, token).map((way) => (
        <WayLine key={way.tokens.join()} way={way} snapshot={snapshot} />
      ))}
    </ul>
  );
}
