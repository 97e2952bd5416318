import { type ReactNode, useId } from "react";
import { classNames } from "../lib/class-names.ts";

/** What a field for words needs. The text lives with the caller. */
export interface TextFieldProps {
  readonly label: ReactNode;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly hint?: ReactNode;
  /** Why the text can't be used. */
  readonly error?: ReactNode;
  readonly placeholder?: string;
  /** Lines shown; one unless said. */
  readonly lines?: number;
  /** Addresses and other codes. */
  readonly code?: boolean;
}

const LOOK = "w-full min-w-0 rounded-control border bg-cloth px-3.5 placeholder:text-ink-3";

/** A field for words, with what it is for or why it can't be used under it. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, text, onTextChange, hint, error, placeholder, lines = 1, code = false } = props;
  const field = useId();
  const help = useId();
  const shared = {
    id: field,
    value: text,
    placeholder,
    autoComplete: "off",
    spellCheck: lines > 1,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": error || hint ? help : undefined,
  } as const;
  const look = classNames(
    LOOK,
    code ? "font-mono text-note" : "text-table",
    error ? "border-bad" : "border-line-strong",
  );
  return (
    <div className="min-w-0">
      <label htmlFor={field} className="mb-1.5 block text-table font-semibold">
        {label}
      </label>
      {lines > 1 ? (
        <textarea
          {...shared}
          rows={lines}
          onChange={(event) => onTextChange(event.target.value)}
          className={classNames(look, "block resize-y py-2.5")}
        />
      ) : (
        <input
          {...shared}
          onChange={(event) => onTextChange(event.target.value)}
          className={classNames(look, "min-h-11")}
        />
      )}
      {(error || hint) && (
        <p id={help} className={classNames("mt-1.5 text-note", error ? "text-bad" : "text-ink-3")}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
