import type { ReactNode } from "react";
import { Dialog } from "../../../components/dialog.tsx";
import type { Application, NetworkGovernance } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { displayName } from "../../../lib/names.ts";
import { SponsorForm } from "./sponsor-form.tsx";

/**
 * Where a shareholder stands for an application. It stays until the reader closes it: the application itself leaves the list
 * as soon as it is put to the vote.
 */
export function SponsorDialog(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly governance: NetworkGovernance;
  /** Undefined while nobody is stood for. */
  readonly application: Application | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { snapshot, network, governance, application, onClose } = props;
  return (
    <Dialog
      open={application !== undefined}
      onOpenChange={(open) => open || onClose()}
      title={application ? `Stand for ${displayName(snapshot, application.account)}` : ""}
      description="You put terms to the vote. If members agree, your name stays beside this member: everybody sees how it turned out."
    >
      {application && (
        <SponsorForm snapshot={snapshot} network={network} governance={governance} application={application} />
      )}
    </Dialog>
  );
}
