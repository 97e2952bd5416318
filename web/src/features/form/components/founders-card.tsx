import { Plus } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import type { FoundersFacts } from "../../../data/founders.ts";
import { type FounderDraft, newFounder } from "../model/form-draft.ts";
import { MOST_FOUNDERS } from "../model/founder-rules.ts";
import type { Founding } from "../model/read-form.ts";
import { FounderFields } from "./founder-fields.tsx";

interface FoundersCardProps {
  readonly facts: FoundersFacts;
  readonly founding: Founding;
  readonly onChange: (founders: readonly FounderDraft[]) => void;
}

/** Who founds the network, and what each hands over. */
export function FoundersCard({ facts, founding, onChange }: FoundersCardProps): ReactNode {
  const { rows } = founding.founders;
  const drafts = rows.map(({ draft }) => draft);
  const { symbol } = founding.description;
  const full = rows.length >= MOST_FOUNDERS;
  const [added, setAdded] = useState<number>();
  const addButton = useRef<HTMLButtonElement>(null);
  const add = (): void => {
    if (full) return;
    const founder = newFounder(drafts);
    setAdded(founder.key);
    onChange([...drafts, founder]);
  };
  const remove = (key: number): void => {
    // The button that was pressed goes with its row.
    addButton.current?.focus();
    onChange(drafts.filter((draft) => draft.key !== key));
  };
  return (
    <Card
      title="Founders"
      lead="Whoever is named here can stake, once and the whole amount; nobody else can. You need not be one of them."
    >
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {rows.map((row, index) => (
          <li key={row.draft.key} className={index > 0 ? "border-t border-line pt-6" : undefined}>
            <FounderFields
              facts={facts}
              row={row}
              number={index + 1}
              added={row.draft.key === added}
              unit={symbol === "" ? "network shares" : symbol}
              onChange={(next) => onChange(drafts.map((draft) => (draft.key === next.key ? next : draft)))}
              onRemove={rows.length > 1 ? () => remove(row.draft.key) : undefined}
            />
          </li>
        ))}
      </ol>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <Button ref={addButton} aria-disabled={full} onClick={add}>
          <Plus aria-hidden="true" size={17} strokeWidth={1.6} />
          Add a founder
        </Button>
        {full && <p className="text-note text-ink-2">A network has at most {MOST_FOUNDERS} founders.</p>}
      </div>
    </Card>
  );
}
