import { useEffect, useState } from "react";
import { type Camera, ZOOM } from "../layout/fit.ts";
import { type CameraMoves, useCameraGestures } from "./camera-gestures.ts";

/** A camera that follows wheel, drag and touch, and can be sent to a place. */
export type CameraControl = CameraMoves & {
  readonly camera: Camera;
  /** The camera when it last came to rest: for what is too dear to do while it moves. */
  readonly resting: Camera;
};

/** Lets an SVG be panned and zoomed; `home` is where the camera starts and goes when home changes. */
export function useCamera(svg: SVGSVGElement | null, home: Camera | undefined): CameraControl {
  const [camera, setCamera] = useState<Camera>(home ?? { x: 0, y: 0, k: 1 });
  const [resting, setResting] = useState<Camera>(camera);
  const moves = useCameraGestures(svg, ZOOM, { onMove: setCamera, onRest: setResting });
  const { moveTo } = moves;
  useEffect(() => {
    if (home) moveTo(home);
  }, [home, moveTo]);
  return { camera, resting, ...moves };
}
