import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useMemo, useState } from "react";
import { zeroAddress } from "viem";
import { useConfig } from "wagmi";
import { personalTokenAbi } from "../../../chain/contracts.ts";
import { Card } from "../../../components/card.tsx";
import { Identity } from "../../../components/identity.tsx";
import { mayHoldQueryOptions } from "../../../data/allowance.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import { toAddress } from "../../../lib/address.ts";
import { TransactButton } from "../../transact/transact-button.tsx";
import { transactRequest } from "../../transact/transact-request.ts";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { useAutoCheck } from "../../transact/use-auto-check.ts";
import { useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";

/** For the person behind a closed token: lets an account or a network hold shares, or withdraws that. */
export function ApproveCard({ token }: { readonly token: TokenInfo }): ReactNode {
  const [text, setText] = useState("");
  const input = useId();
  const config = useConfig();
  const transact = useTransact();
  const { address: account } = useWallet();
  const holder = toAddress(text.trim());
  const approved = useQuery({
    ...mayHoldQueryOptions(config, token.address, holder ?? zeroAddress),
    enabled: holder !== undefined,
  }).data;
  const request = useMemo(
    () =>
      holder === undefined || approved === undefined
        ? undefined
        : transactRequest({
            address: token.address,
            abi: personalTokenAbi,
            functionName: "approveHolder",
            args: [holder, !approved],
          }),
    [token.address, holder, approved],
  );
  useAutoCheck(transact, request, account);
  const wrong = text.trim() !== "" && holder === undefined;
  return (
    <Card
      title="Who may hold"
      lead="Your token is closed: only those you approve can receive shares, networks included. Who holds already keeps earning."
    >
      <form className="grid gap-3" onSubmit={(event) => event.preventDefault()}>
        <div>
          <label htmlFor={input} className="mb-1.5 block text-table font-semibold">
            Account or network
          </label>
          <input
            id={input}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              transact.reset();
            }}
            autoComplete="off"
            spellCheck={false}
            placeholder="0x…"
            aria-invalid={wrong ? true : undefined}
            aria-describedby={`${input}-hint`}
            className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-cloth px-3.5 font-mono text-note"
          />
          <p id={`${input}-hint`} className={wrong ? "mt-1.5 text-note text-bad" : "mt-1.5 text-note text-ink-3"}>
            {wrong ? "An address has 0x and 40 digits." : approved ? "Approved now." : "Paste an address."}
          </p>
        </div>
        {holder !== undefined && <Identity address={holder} />}
        <TransactButton transact={transact} request={request} variant="secondary" className="w-full">
          {approved ? "Withdraw approval" : "Approve this holder"}
        </TransactButton>
        <TransactStatus state={transact.state} done="Saved" />
      </form>
    </Card>
  );
}
