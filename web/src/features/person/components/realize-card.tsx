import { type ReactNode, useCallback, useState } from "react";
import { personalTokenAbi } from "../../../chain/contracts.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatDuration } from "../../../lib/format.ts";
import { type TransactRequest, transactRequest } from "../../transact/transact-request.ts";
import { leastDuration } from "../model/least-duration.ts";
import { PayInForm } from "./pay-in-form.tsx";

interface PayInCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
}

/** For the person: pays a realized gain in, with what backs it. */
export function RealizeCard({ snapshot, token }: PayInCardProps): ReactNode {
  const duration = leastDuration(token);
  const request = useCallback(
    (amount: bigint, evidence: string, value: bigint | undefined): TransactRequest =>
      transactRequest({
        address: token.address,
        abi: personalTokenAbi,
        functionName: "realize",
        args: [amount, duration, evidence],
        ...(value === undefined ? {} : { value }),
      }),
    [token.address, duration],
  );
  return (
    <Card title="Realize a gain" lead="You pay it in; everybody who owns a part of you has a part of it." acts>
      <PayInForm
        snapshot={snapshot}
        token={token}
        name="realize"
        verb="Realize"
        done="You realized"
        textLabel="Evidence"
        textHint={`A link or a few words on what backs it. It stays on the record for everybody to read.${duration > 0n ? ` Pools hold shares of yours, so the gain is paid out over ${formatDuration(duration)}.` : ""}`}
        request={request}
      />
    </Card>
  );
}

/** For anybody: gives currency to all holders of a token. */
export function GiveCard({ snapshot, token }: PayInCardProps): ReactNode {
  const [open, setOpen] = useState(false);
  const request = useCallback(
    (amount: bigint, note: string, value: bigint | undefined): TransactRequest =>
      transactRequest({
        address: token.address,
        abi: personalTokenAbi,
        functionName: "distribute",
        args: [amount, note],
        ...(value === undefined ? {} : { value }),
      }),
    [token.address],
  );
  return (
    <Card
      title="Give to the holders"
      lead={`A gift to everybody who owns a part of ${token.name}. You receive nothing for it.`}
    >
      {open ? (
        <PayInForm
          snapshot={snapshot}
          token={token}
          name="give"
          verb="Give"
          done="You gave"
          textLabel="Note"
          textHint="Optional. It stays on the record for everybody to read."
          request={request}
        />
      ) : (
        <Button onClick={() => setOpen(true)}>Give something</Button>
      )}
    </Card>
  );
}
