import { counter, gauge, type Metric } from "./metric.ts";

/** What the process uses, under the names that Prometheus' client libraries give. */
export function processMetrics(): readonly Metric[] {
  const memory = process.memoryUsage();
  const cpu = process.cpuUsage();
  return [
    gauge("process_resident_memory_bytes", "Memory of the process", memory.rss),
    gauge("nodejs_heap_size_used_bytes", "JavaScript objects in memory", memory.heapUsed),
    gauge("nodejs_external_memory_bytes", "Memory outside the JavaScript heap, such as WebAssembly's", memory.external),
    counter("process_cpu_seconds_total", "Processor time", (cpu.user + cpu.system) / 1e6),
    gauge("process_start_time_seconds", "Start, in Unix seconds", (performance.timeOrigin / 1000) | 0),
  ];
}
