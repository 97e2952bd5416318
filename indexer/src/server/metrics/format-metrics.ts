import type { Labels, Metric } from "./metric.ts";

/** Prometheus' text format (0.0.4); metrics of one name share its help and type. */
export function formatMetrics(metrics: readonly Metric[]): string {
  const byName = new Map<string, Metric[]>();
  for (const metric of metrics) byName.set(metric.name, [...(byName.get(metric.name) ?? []), metric]);
  const lines = [...byName].flatMap(([name, series]) => [
    `# HELP ${name} ${(series[0]?.help ?? "").replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`,
    `# TYPE ${name} ${series[0]?.type ?? "gauge"}`,
    ...series.flatMap(formatSeries),
  ]);
  return `${lines.join("\n")}\n`;
}

function formatSeries(metric: Metric): readonly string[] {
  const { name, labels = {} } = metric;
  if (metric.type !== "histogram") return [`${name}${formatLabels(labels)} ${metric.value}`];
  const buckets = metric.buckets.map(({ bound, count }) => {
    const le = bound === Number.POSITIVE_INFINITY ? "+Inf" : String(bound);
    return `${name}_bucket${formatLabels({ ...labels, le })} ${count}`;
  });
  const count = metric.buckets.at(-1)?.count ?? 0;
  return [
    ...buckets,
    `${name}_sum${formatLabels(labels)} ${metric.sum}`,
    `${name}_count${formatLabels(labels)} ${count}`,
  ];
}

function formatLabels(labels: Labels): string {
  const entries = Object.entries(labels);
  if (entries.length === 0) return "";
  const quoted = (value: string): string =>
    value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
  return `{${entries.map(([name, value]) => `${name}="${quoted(value)}"`).join(",")}}`;
}
