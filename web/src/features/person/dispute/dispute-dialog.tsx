import { lazy, type ReactNode, Suspense } from "react";
import { Dialog } from "../../../components/dialog.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { RealizedGain } from "../../../data/person.ts";

const DisputeForm = lazy(async () => ({ default: (await import("./dispute-form.tsx")).DisputeForm }));

/** Where a holder disputes a gain. */
export function DisputeDialog(props: {
  readonly token: TokenInfo;
  /** Undefined while none is disputed. */
  readonly gain: RealizedGain | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { token, gain, onClose } = props;
  return (
    <Dialog
      open={gain !== undefined}
      onOpenChange={(open) => open || onClose()}
      title="Dispute a gain"
      description={`${token.name} reported it; nobody checked. Who owns a part can say in public what speaks against it.`}
    >
      {gain && (
        <Suspense fallback={<Skeleton className="h-40" />}>
          <DisputeForm key={gain.id} token={token} gain={gain} />
        </Suspense>
      )}
    </Dialog>
  );
}
