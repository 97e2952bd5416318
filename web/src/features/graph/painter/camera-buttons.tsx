import { Maximize, Minus, Plus } from "lucide-react";
import { type CameraMoves, ZOOM_STEP } from "./camera-gestures.ts";

/** Zooms and goes home without a wheel. */
export function CameraButtons({ control, onHome }: { readonly control: CameraMoves; readonly onHome: () => void }) {
  const buttons = [
    { label: "Zoom in", Icon: Plus, act: () => control.zoomBy(ZOOM_STEP) },
    { label: "Zoom out", Icon: Minus, act: () => control.zoomBy(1 / ZOOM_STEP) },
    { label: "Show everything", Icon: Maximize, act: onHome },
  ];
  return (
    <div className="absolute flex gap-2 max-lg:top-3 max-lg:left-3 lg:right-4 lg:bottom-24 lg:flex-col">
      {buttons.map(({ label, Icon, act }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={label}
          onClick={act}
          className="grid size-11 cursor-pointer place-items-center rounded-control border border-line bg-cloth text-ink hover:bg-inset"
        >
          <Icon aria-hidden="true" size={18} strokeWidth={1.6} />
        </button>
      ))}
    </div>
  );
}
