import { lazy, type ReactNode, Suspense } from "react";
import { Dialog } from "../../../components/dialog.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";

const SendForm = lazy(async () => ({ default: (await import("./send-form.tsx")).SendForm }));

/** Where shares are sent. */
export function SendDialog(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  /** Who sends. */
  readonly account: Address;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactNode {
  const { snapshot, token, account, open, onOpenChange } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Send ${token.symbol}`}
      description={`Who receives shares owns a part of ${token.name} from then on.`}
    >
      <Suspense fallback={<Skeleton className="h-60" />}>
        <SendForm key={account} snapshot={snapshot} token={token} account={account} />
      </Suspense>
    </Dialog>
  );
}
