import type { TokenInfo } from "../data/ownership.ts";
import { KIND_WORDS } from "./kind-of.ts";
import { Swatch } from "./swatch.tsx";

/** One person or network that a search found. The field keeps the focus; keys are heard there. */
export function TokenOption(props: {
  readonly id: string;
  readonly token: TokenInfo;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}) {
  const { id, token, chosen, onPoint, onChoose } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list hears the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      // A press would take the focus from the field before the click arrives.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onChoose}
      className="flex min-h-12 cursor-pointer items-center gap-2.5 rounded-control px-2.5 aria-selected:bg-inset"
    >
      <Swatch address={token.address} kind={token.kind} size={28} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-table font-semibold">{token.name}</span>
        <span className="block text-label text-ink-3">
          {KIND_WORDS[token.kind]} · {token.symbol}
        </span>
      </span>
    </div>
  );
}
