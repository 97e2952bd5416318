import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useId, useMemo, useState } from "react";
import { erc20Abi, zeroAddress } from "viem";
import { useConfig } from "wagmi";
import { AmountField } from "../../../components/amount-field.tsx";
import { allowanceQueryOptions } from "../../../data/allowance.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { TransactButton } from "../../transact/transact-button.tsx";
import { type TransactRequest, transactRequest } from "../../transact/transact-request.ts";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { useAutoCheck } from "../../transact/use-auto-check.ts";
import { useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { Receivers } from "./receivers.tsx";

/** The contract's bound on every text but names, in bytes. */
const MOST_TEXT_BYTES = 1_024;

interface PayInFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  /** Says the act: “Realize”. */
  readonly verb: string;
  readonly done: string;
  readonly textLabel: string;
  readonly textHint: string;
  /** The call that pays `amount` in, with the text beside it. */
  readonly request: (amount: bigint, text: string, value: bigint | undefined) => TransactRequest;
}

/** Pays currency in for the holders: shows who gets what in the end before anything is signed. */
export function PayInForm(props: PayInFormProps): ReactNode {
  const { snapshot, token, verb, request: makeRequest } = props;
  const { currency, currencySymbol: unit, decimals } = snapshot.protocol;
  const [amountText, setAmountText] = useState("");
  const [text, setText] = useState("");
  const { address: account } = useWallet();
  const transact = useTransact();
  const parsed = parseAmount(amountText, decimals);
  const amount = parsed.ok ? parsed.value : 0n;
  const tooLong = new TextEncoder().encode(text).length > MOST_TEXT_BYTES;
  const allowed = useAllowed(token, currency, account, amount);
  const request = useMemo((): TransactRequest | undefined => {
    if (amount === 0n || tooLong || allowed === undefined) return undefined;
    if (!allowed) {
      return transactRequest({
        address: currency,
        abi: erc20Abi,
        functionName: "approve",
        args: [token.address, amount],
      });
    }
    return makeRequest(amount, text.trim(), currency === zeroAddress ? amount : undefined);
  }, [amount, tooLong, allowed, currency, token.address, makeRequest, text]);
  useAutoCheck(transact, request, account);
  const isDone = transact.state.name === "indexed";
  useEffect(() => {
    if (!isDone || allowed !== true) return;
    // What was paid in must not be paid in again by a second press.
    setAmountText("");
    setText("");
  }, [isDone, allowed]);
  const figure = `${formatAmount(amount, { decimals })} ${unit}`;
  const edit = (change: () => void): void => {
    change();
    if (transact.state.name === "indexed" || transact.state.name === "rejected") transact.reset();
  };
  return (
    <form className="grid gap-4" onSubmit={(event) => event.preventDefault()}>
      <AmountField
        label="Amount"
        text={amountText}
        onTextChange={(next) => edit(() => setAmountText(next))}
        unit={unit}
        decimals={decimals}
        error={amountText !== "" && !parsed.ok ? parsed.reason : undefined}
      />
      <TextField
        label={props.textLabel}
        hint={tooLong ? `At most ${MOST_TEXT_BYTES} bytes fit. Shorten it, or link to it.` : props.textHint}
        bad={tooLong}
        text={text}
        onTextChange={(next) => edit(() => setText(next))}
      />
      {amount > 0n && <Receivers snapshot={snapshot} token={token.address} amount={amount} />}
      <TransactButton transact={transact} request={request} className="w-full">
        {amount === 0n ? verb : allowed === false ? `1 of 2: allow exactly ${figure}` : `${verb} ${figure}`}
      </TransactButton>
      <TransactStatus state={transact.state} done={allowed === false ? "Allowed" : props.done} />
    </form>
  );
}

/** Whether the token may take the amount: always for the native coin; undefined while that is being read. */
function useAllowed(
  token: TokenInfo,
  currency: `0x${string}`,
  account: `0x${string}` | undefined,
  amount: bigint,
): boolean | undefined {
  const config = useConfig();
  const native = currency === zeroAddress;
  const options = allowanceQueryOptions(config, currency, account ?? zeroAddress, token.address);
  const allowance = useQuery({ ...options, enabled: !native && account !== undefined });
  if (native) return true;
  return allowance.data === undefined ? undefined : allowance.data >= amount;
}

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly bad: boolean;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
}

function TextField({ label, hint, bad, text, onTextChange }: TextFieldProps): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-table font-semibold">
        {label}
      </label>
      <input
        id={id}
        value={text}
        onChange={(event) => onTextChange(event.target.value)}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        aria-invalid={bad ? true : undefined}
        className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-cloth px-3.5 text-table"
      />
      <p id={`${id}-hint`} className={bad ? "mt-1.5 text-note text-bad" : "mt-1.5 text-note text-ink-3"}>
        {hint}
      </p>
    </div>
  );
}
