import { Menu } from "@base-ui/react/menu";
import { Download } from "lucide-react";
import { useState } from "react";
import { CHAIN_ID } from "../../../chain/environment.ts";
import { buttonClass } from "../../../components/button.tsx";
import { formatCount, formatDate } from "../../../lib/format.ts";
import { saveFile } from "../../../lib/save-file.ts";
import { tableRows } from "../model/table-rows.ts";
import type { GraphState } from "../use-graph.ts";
import { fileName } from "./file-name.ts";

const ITEM =
  "flex min-h-11 w-full cursor-pointer flex-col justify-center rounded-control px-3 py-1.5 outline-none data-highlighted:bg-inset";

/** Saves what is shown: as a picture, as a table, or as statements that other programs read. */
export function ExportMenu(props: { readonly graph: GraphState; readonly frame: () => Element | null }) {
  const { graph, frame } = props;
  const [failed, setFailed] = useState<string>();
  const attempt = (work: () => Promise<void>) => {
    setFailed(undefined);
    work().catch((error: unknown) => setFailed(error instanceof Error ? error.message : String(error)));
  };
  const table = graph.search.view === "table";
  return (
    <>
      <Menu.Root>
        <Menu.Trigger aria-label="Export" className={buttonClass("secondary", "max-sm:w-11 max-sm:px-0 sm:px-3.5")}>
          <Download aria-hidden="true" size={18} strokeWidth={1.6} />
          <span className="max-sm:hidden">Export</span>
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={6} align="end" collisionPadding={12} className="z-40">
            <Menu.Popup className="floating w-76 max-w-[calc(100vw-1.5rem)] p-1.5 outline-none">
              {!table && (
                <Item
                  name="Picture (PNG)"
                  meaning="as it is shown"
                  onClick={() => attempt(() => savePng(graph, frame()))}
                />
              )}
              <Item name="Table (CSV)" meaning="for spreadsheets" onClick={() => attempt(() => saveCsv(graph))} />
              <Item
                name="Ownership statements (BODS)"
                meaning="JSON of the Beneficial Ownership Data Standard 0.4"
                onClick={() => attempt(() => saveBods(graph))}
              />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {failed !== undefined && (
        <p role="alert" className="floating absolute top-14 right-0 w-72 p-3 text-note text-bad">
          Nothing was saved. {failed}
        </p>
      )}
    </>
  );
}

function Item({ name, meaning, onClick }: { name: string; meaning: string; onClick: () => void }) {
  return (
    <Menu.Item className={ITEM} onClick={onClick}>
      <span className="text-table font-semibold">{name}</span>
      <span className="text-label text-ink-3">{meaning}</span>
    </Menu.Item>
  );
}

async function savePng({ block, visible }: GraphState, frame: Element | null): Promise<void> {
  if (!frame) throw new Error("The picture is not drawn yet. Try again in a moment.");
  const { picturePng } = await import("./picture-png.ts");
  const when = block.timestamp === 0 ? "" : `, ${formatDate(block.timestamp, { time: true })}`;
  const caption = `Weft · block ${formatCount(block.number)}${when} · ${formatCount(visible.nodes.size)} nodes, ${formatCount(visible.threads.length)} threads`;
  saveFile(fileName("graph", block.number, "png"), await picturePng(frame, caption));
}

async function saveCsv({ snapshot, view, visible, block }: GraphState): Promise<void> {
  const { csvOf } = await import("./csv.ts");
  const text = csvOf(tableRows(snapshot, view, visible), { block: block.number, timestamp: block.timestamp });
  saveFile(fileName("graph", block.number, "csv"), new Blob([text], { type: "text/csv;charset=utf-8" }));
}

async function saveBods({ snapshot, view, visible, block }: GraphState): Promise<void> {
  const { bodsOf } = await import("./bods.ts");
  const statements = bodsOf({
    snapshot: { ...snapshot, block: block.number, timestamp: block.timestamp },
    view,
    tokens: visible.nodes,
    chainId: CHAIN_ID,
    publishedAt: Math.floor(Date.now() / 1000),
  });
  const text = `${JSON.stringify(statements, undefined, 2)}\n`;
  saveFile(fileName("bods", block.number, "json"), new Blob([text], { type: "application/json" }));
}
