import { formatCount, formatShare } from "../../lib/format.ts";
import { firstWord } from "../../lib/isolate.ts";
import type { FinalOwners } from "./final-owners.ts";

const TONES = [
  "bg-person",
  "bg-person/75",
  "bg-person/55",
  "bg-person/40",
  "bg-person/28",
  "bg-line-strong/50",
] as const;

/** With whom a token's income rests in the end: one strand an owner, and the largest in words. */
export function FinalOwnersBar({ owners: { owners, count, trapped } }: { readonly owners: FinalOwners }) {
  const [first] = owners;
  if (!first) return <span className="text-ink-3">{trapped > 0 ? "reaches nobody" : "nobody yet"}</span>;
  const all = owners.map(({ name, share }) => `${name} ${formatShare(share)}`).join(", ");
  const others = count - 1;
  return (
    <div className="w-48">
      <div aria-hidden="true" className="flex h-2 gap-[2px] forced-color-adjust-none" title={all}>
        {owners.map(({ name, share }, index) => (
          <span
            key={`${name}${share}`}
            className={`min-w-[2px] rounded-full ${TONES[index] ?? TONES[5]}`}
            style={{ flexGrow: share, flexBasis: 0 }}
          />
        ))}
      </div>
      <p className="mt-1.5 flex gap-1 text-label whitespace-nowrap text-ink-3">
        <span className="truncate">{first.self ? firstWord(first.name) : first.name}</span>
        <span className="shrink-0">
          {first.self && "keeps "}
          {formatShare(first.share)}
          {others > 0 && `, ${formatCount(others)} ${others === 1 ? "other" : "others"}`}
        </span>
      </p>
    </div>
  );
}
