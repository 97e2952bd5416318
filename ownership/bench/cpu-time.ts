/** Least processor time that is measured at once, in milliseconds: the clock ticks every few. */
const LEAST = 40;
const ROUNDS = 3;
/** What takes longer is not run again, in milliseconds. */
const LONG = 2_000;

/**
 * Processor time of this thread so far, in milliseconds: what a computation costs, however many others the machine
 * is busy with.
 */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Processor time of one run, in milliseconds. */
export function timeOnce(run: () => void): number {
  const start = cpuTime();
  run();
  return cpuTime() - start;
}

/** The least processor time of a run over some rounds, in milliseconds; a round has as many runs as the clock needs. */
export function leastTime(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && !(round > 0 && least > LONG); round++) {
    let [took, runs] = [0, 0];
    while (took < LEAST) {
      took += timeOnce(run);
      runs += 1;
    }
    least = Math.min(least, took / runs);
  }
  return least;
}
