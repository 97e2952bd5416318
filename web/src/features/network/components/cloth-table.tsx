import type { ReactNode } from "react";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatAmount, formatShare } from "../../../lib/format.ts";
import type { ClothView } from "../model/cloth-view.ts";

interface ClothTableProps {
  readonly cloth: ClothView;
  readonly network: string;
  readonly protocol: OwnershipSnapshot["protocol"];
}

/** The cloth's figures as a table: one row a holder, one column a member. */
export function ClothTable({ cloth, network, protocol }: ClothTableProps): ReactNode {
  const { decimals, currencySymbol } = protocol;
  const unit = formatAmount(cloth.unit, { decimals });
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-table">
        <caption className="mb-3 text-left text-note text-ink-3">
          Of {unit} {currencySymbol} that a member realizes, what {network} pays to each holder, in {currencySymbol},
          all turns counted.
        </caption>
        <thead>
          <tr className="text-label text-ink-3">
            <th scope="col" className="py-2 pr-3 text-left font-medium">
              Holder
            </th>
            {cloth.members.map((member) => (
              <th key={member.label.full} scope="col" className="px-3 py-2 text-right font-medium">
                {member.label.forms[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="figures">
          {cloth.holders.map((holder, row) => (
            <tr key={holder.label.full} className="border-t border-line">
              <th scope="row" className="py-2.5 pr-3 text-left font-semibold whitespace-nowrap">
                {holder.label.forms[0]} <span className="font-normal text-ink-3">{formatShare(holder.share)}</span>
              </th>
              {cloth.members.map((member, column) => (
                <td key={member.label.full} className="px-3 py-2.5 text-right">
                  {formatAmount(cloth.crossings[column]?.[row] ?? 0n, {
                    decimals,
                    maximumFractionDigits: 2,
                    minimumFractionDigits: 2,
                  })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot className="figures text-note text-ink-3">
          <tr className="border-t border-line">
            <th scope="row" className="py-2.5 pr-3 text-left font-medium whitespace-nowrap">
              {network} holds
            </th>
            {cloth.members.map((member) => (
              <td key={member.label.full} className="px-3 py-2.5 text-right">
                {member.kind === "others" ? "several" : formatShare(member.share)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
