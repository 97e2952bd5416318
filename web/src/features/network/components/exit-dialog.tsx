import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Dialog } from "../../../components/dialog.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { governanceQueryOptions } from "../../../data/governance/governance.ts";
import type { Position } from "../../../data/network-positions.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { explainError } from "../../transact/explain-error.ts";
import { ExitForm } from "./exit-form.tsx";

interface ExitDialogProps {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly position: Position;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Where a member asks the others to let some of the stake come back. */
export function ExitDialog({ snapshot, network, position, open, onClose }: ExitDialogProps): ReactNode {
  const governance = useQuery(governanceQueryOptions(network.address));
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title={`Ask to leave ${network.name}`}
      description="Members vote on it. If they agree, you can take your shares back two days later, and network shares are burned for them."
    >
      {governance.isError ? (
        <Notice tone="bad" title={explainError(governance.error).title} />
      ) : governance.data ? (
        <ExitForm {...{ snapshot, network, position }} governance={governance.data} />
      ) : (
        <Skeleton className="h-60" />
      )}
    </Dialog>
  );
}
