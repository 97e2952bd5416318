/**
 * Processor time of this thread so far, in milliseconds: what a computation costs, however many others the machine
 * is busy with.
 */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
