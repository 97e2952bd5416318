import { type ReactNode, useId, useState } from "react";
import { Explain } from "../../../components/explain.tsx";
import { Share } from "../../../components/share.tsx";
import type { InTheEnd } from "../model/owners.ts";
import { EndShare } from "./end-share.tsx";

/** Lines that a table in the panel shows before it asks. */
const FIRST = 8;

/** One line: who, or what, and which part. */
export type PartRow = {
  readonly key: string;
  readonly name: ReactNode;
  readonly directly: number;
  readonly inTheEnd: InTheEnd;
};

/** Parts directly and in the end: "Who owns Ada", "What Ben owns". */
export function PartTable(props: {
  readonly title: string;
  /** Header of the first column. */
  readonly who: string;
  readonly rows: readonly PartRow[];
  readonly children?: ReactNode;
}) {
  const { title, who, rows, children } = props;
  const heading = useId();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="text-heading">
        {title}
      </h3>
      <table aria-labelledby={heading} className="mt-2 w-full table-fixed border-collapse text-table">
        <thead>
          <tr className="text-label text-ink-3">
            <th scope="col" className="w-[46%] py-2 text-left font-medium">
              {who}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              <Explain term="Directly">
                Direct share: the balance as a part of the shares that take part in income. A pool takes no part; its
                balance is given as a part of all shares.
              </Explain>
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              <Explain term="In the end">
                Look-through share: the part of the token’s income that finally rests here, around all circles. Tokens
                keep nothing, they pass on.
              </Explain>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key} className="border-t border-line">
              <th scope="row" className="py-0.5 pr-2 text-left font-normal">
                {row.name}
              </th>
              <td className="figures py-0.5 text-right">
                <Share value={row.directly} />
              </td>
              <td className="figures py-0.5 text-right">
                <EndShare value={row.inTheEnd} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-1 min-h-11 cursor-pointer text-note font-semibold underline underline-offset-3"
        >
          Show all {rows.length.toLocaleString("en")}
        </button>
      )}
      {children}
    </section>
  );
}
