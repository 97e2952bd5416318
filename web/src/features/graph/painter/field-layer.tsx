import { memo, useId } from "react";
import type { SceneField } from "../layout/scene.ts";

/** Circles as soft fields with one fine outline; a circle that feeds nobody is hatched. */
export const FieldLayer = memo(function FieldLayer({ fields }: { readonly fields: readonly SceneField[] }) {
  const hatch = useId();
  return (
    <g>
      <pattern id={hatch} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V9" className="stroke-bad" strokeWidth="2.4" opacity="0.4" />
      </pattern>
      {fields.map((field) => (
        <path
          key={field.id}
          d={field.path}
          fill={field.closed ? `url(#${hatch})` : undefined}
          className={field.closed ? "stroke-bad" : "fill-network-soft stroke-network"}
          strokeWidth="1"
          strokeOpacity={field.closed ? 0.9 : 0.45}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </g>
  );
});
