import type { ReactNode } from "react";

/** What changes for one figure. */
export interface ChangeRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly before: ReactNode;
  readonly after: ReactNode;
}

/** Figures now and after an act, side by side. */
export function ChangesTable({ caption, rows }: { readonly caption: string; readonly rows: readonly ChangeRow[] }) {
  return (
    <table className="w-full border-collapse text-note">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-label text-ink-3">
        <tr>
          <th scope="col" className="pb-1.5 text-left font-medium">
            {caption}
          </th>
          <th scope="col" className="pb-1.5 pl-2 text-right font-medium">
            now
          </th>
          <th scope="col" className="pb-1.5 pl-2 text-right font-medium">
            after
          </th>
        </tr>
      </thead>
      <tbody className="figures">
        {rows.map(({ key, label, before, after }) => (
          <tr key={key} className="border-t border-line">
            <th scope="row" className="py-2 text-left font-normal text-ink-2">
              {label}
            </th>
            <td className="py-2 pl-2 text-right whitespace-nowrap text-ink-3">{before}</td>
            <td className="py-2 pl-2 text-right font-semibold whitespace-nowrap">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
