import { counter, gauge, type Metric } from "./metric.ts";

/** Upper bounds of the histogram, in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Number.POSITIVE_INFINITY];

/** Counts what is asked of a server. */
export interface QueryMetrics {
  /** A query was answered, in so many seconds. */
  observe(seconds: number, withErrors: boolean): void;
  /** A query was answered like the same one before it. */
  countKept(): void;
  /** A query was turned away because of too many others. */
  countRefused(): void;
  read(requestsUnderWay: number): readonly Metric[];
}

/** Starts at nothing. */
export function createQueryMetrics(): QueryMetrics {
  const counts = BOUNDS.map(() => 0);
  let sum = 0;
  let errors = 0;
  let kept = 0;
  let refused = 0;
  return {
    observe(seconds, withErrors) {
      const bucket = BOUNDS.findIndex((bound) => seconds <= bound);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      sum += seconds;
      if (withErrors) errors++;
    },
    countKept() {
      kept++;
    },
    countRefused() {
      refused++;
    },
    read(requestsUnderWay) {
      let total = 0;
      const buckets = BOUNDS.map((bound, index) => {
        total += counts[index] ?? 0;
        return { bound, count: total };
      });
      return [
        {
          name: "graphql_query_duration_seconds",
          help: "Time from a query's text to its answer, where it was not kept",
          type: "histogram",
          buckets,
          sum,
        },
        counter("graphql_query_errors_total", "Queries answered with an error", errors),
        counter("graphql_queries_kept_total", "Queries answered like the same ones before, without asking again", kept),
        counter("graphql_queries_refused_total", "Queries turned away because of too many others", refused),
        gauge("graphql_requests_in_flight", "Requests that are read, wait, are answered or sent", requestsUnderWay),
      ];
    },
  };
}
