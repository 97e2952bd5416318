import { expect, it } from "vitest";
import { formatMetrics } from "./format-metrics.ts";

it("writes help and type once a name, and escapes labels", () => {
  const text = formatMetrics([
    { name: "events_total", help: "Events seen\nso far", type: "counter", value: 3, labels: { source: 'a"b\\c' } },
    { name: "events_total", help: "Events seen\nso far", type: "counter", value: 4, labels: { source: "d" } },
    { name: "head", help: "Head block", type: "gauge", value: 7 },
  ]);
  expect(text).toBe(
    [
      "# HELP events_total Events seen\\nso far",
      "# TYPE events_total counter",
      'events_total{source="a\\"b\\\\c"} 3',
      'events_total{source="d"} 4',
      "# HELP head Head block",
      "# TYPE head gauge",
      "head 7",
      "",
    ].join("\n"),
  );
});
