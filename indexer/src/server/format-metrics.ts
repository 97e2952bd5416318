import type { Metric } from "./indexer-status.ts";

/** Prometheus' text format (0.0.4); metrics of one name share its help and type. */
export function formatMetrics(metrics: readonly Metric[]): string {
  const byName = Map.groupBy(metrics, (metric) => metric.name);
  const lines = [...byName].flatMap(([name, samples]) => [
    `# HELP ${name} ${(samples[0]?.help ?? "").replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`,
    `# TYPE ${name} ${samples[0]?.type ?? "gauge"}`,
    ...samples.map((sample) => `${name}${formatLabels(sample.labels)} ${sample.value}`),
  ]);
  return `${lines.join("\n")}\n`;
}

function formatLabels(labels: Metric["labels"]): string {
  const entries = Object.entries(labels ?? {});
  if (entries.length === 0) return "";
  const quoted = (value: string): string =>
    value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
  return `{${entries.map(([name, value]) => `${name}="${quoted(value)}"`).join(",")}}`;
}
