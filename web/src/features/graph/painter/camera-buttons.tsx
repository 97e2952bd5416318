import { Maximize, Minus, Plus, Shuffle } from "lucide-react";
import { classNames } from "../../../lib/class-names.ts";
import { type CameraMoves, ZOOM_STEP } from "./camera-gestures.ts";

/** Zooms and goes home without a wheel, and lays everything out anew. */
export function CameraButtons(props: {
  readonly control: CameraMoves;
  readonly onHome: () => void;
  readonly onLayOut: () => void;
}) {
  const { control, onHome, onLayOut } = props;
  const buttons = [
    { label: "Zoom in", Icon: Plus, act: () => control.zoomBy(ZOOM_STEP) },
    { label: "Zoom out", Icon: Minus, act: () => control.zoomBy(1 / ZOOM_STEP) },
    { label: "Show everything", Icon: Maximize, act: onHome },
    { label: "Lay out anew, except what is pinned", Icon: Shuffle, act: onLayOut, wide: true },
  ];
  return (
    <div className="absolute flex gap-2 max-lg:top-3 max-lg:left-3 lg:right-4 lg:bottom-24 lg:flex-col">
      {buttons.map(({ label, Icon, act, wide }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={label}
          onClick={act}
          className={classNames(
            "grid size-11 cursor-pointer place-items-center rounded-control border border-line bg-cloth text-ink hover:bg-inset",
            wide && "max-lg:hidden",
          )}
        >
          <Icon aria-hidden="true" size={18} strokeWidth={1.6} />
        </button>
      ))}
    </div>
  );
}
