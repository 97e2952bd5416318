import { Notice } from "../../../components/notice.tsx";
import { shortAddress } from "../../../lib/address.ts";
import { formatCount } from "../../../lib/format.ts";
import type { GraphView } from "../model/graph-view.ts";
import type { ReadAround } from "../use-graph-snapshot.ts";

/** Says that only the surroundings of a node are read, and what that means for the figures. */
export function PartNote(props: {
  readonly view: GraphView;
  readonly around: ReadAround;
  /** Holdings that were read. */
  readonly read: number;
}) {
  const { view, around, read } = props;
  const node = view.nodes.get(view.nodeOf.get(around.address) ?? around.address);
  const name = node?.label ?? shortAddress(around.address);
  return (
    <div className="mb-6">
      <Notice title={`The surroundings of ${name}`}>
        There are {formatCount(around.holdings)} holdings; the {formatCount(read)} nearest were read. Shares in the end
        count the ways among them, and what runs further is with holders that are not listed.
      </Notice>
    </div>
  );
}
