import type { Progress } from "../stack/stack-options.ts";

const STAGES: Readonly<Record<Progress["stage"], string>> = {
  build: "Contracts, subgraph and API types",
  chain: "Local chain",
  contracts: "Protocol deployed",
  story: "Demo story",
  index: "Index",
  web: "dApp",
};
const WIDTH = Math.max(...Object.values(STAGES).map((text) => text.length));

/** Shows the stages of the start, each with what it took; on a terminal, the one at work stands below the others. */
export function createProgressDisplay(out: NodeJS.WriteStream): (progress: Progress) => void {
  let begin = performance.now();
  return ({ stage, state, detail }) => {
    const text = STAGES[stage].padEnd(WIDTH);
    if (state === "begun") {
      begin = performance.now();
      if (out.isTTY) out.write(`  ${text}  …`);
      return;
    }
    const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(5);
    const line = `  ${text}  ${seconds} s${detail === undefined ? "" : `  ${detail}`}`;
    out.write(out.isTTY ? `\r\u001B[2K${line}\n` : `${line}\n`);
  };
}
