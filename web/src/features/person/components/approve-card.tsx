import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { zeroAddress } from "viem";
import { useConfig } from "wagmi";
import { personalTokenAbi } from "../../../chain/contracts.ts";
import { Card } from "../../../components/card.tsx";
import { Identity } from "../../../components/identity.tsx";
import { mayHoldQueryOptions } from "../../../data/may-hold.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import { type Address, shortAddress, toAddress } from "../../../lib/address.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { transactRequest } from "../../transact/transact-request.ts";
import { useTransact } from "../../transact/use-transact.ts";

/** For the person behind a closed token: lets an account or a network hold shares, or withdraws that. */
export function ApproveCard({ token }: { readonly token: TokenInfo }): ReactNode {
  const [text, setText] = useState("");
  const input = useId();
  const config = useConfig();
  const transact = useTransact(`approve-holder:${token.address}`);
  const holder = toAddress(text.trim());
  const approved = useQuery({
    ...mayHoldQueryOptions(config, token.address, holder ?? zeroAddress),
    enabled: holder !== undefined,
  }).data;
  const plan = holder === undefined || approved === undefined ? undefined : approvePlan(token, holder, !approved);
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
        <TransactPanel
          transact={transact}
          plan={plan}
          obstacle={holder === undefined ? "Enter whom you approve." : "Asking whether this holder is approved."}
          variant="secondary"
        >
          {approved ? "Withdraw approval" : "Approve this holder"}
        </TransactPanel>
      </form>
    </Card>
  );
}

function approvePlan(token: TokenInfo, holder: Address, approved: boolean): TransactPlan {
  const who = shortAddress(holder);
  return {
    title: approved ? `Let ${who} hold ${token.symbol}` : `Withdraw ${who}’s approval to hold ${token.symbol}`,
    done: approved ? `${who} may hold ${token.symbol} now.` : `${who} can’t receive ${token.symbol} any more.`,
    steps: [
      {
        key: "approve-holder",
        title: approved ? "approve this holder" : "withdraw the approval",
        why: approved
          ? "It may receive your shares from anybody, and have its part of what you realize."
          : "It receives no more shares of yours; what it holds already goes on earning.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "approveHolder",
          args: [holder, approved],
        }),
      },
    ],
  };
}
