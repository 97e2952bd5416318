// Processor time and memory of every question about graphs of 10³ to 10⁶ holdings with circles, how both grow, and the same
// question to a dense and a sparse solver of others.
import { comparePeers } from "./peers.ts";
import { powerLawState } from "./power-law-state.ts";
import { randomState } from "./random-state.ts";
import { measure } from "./solving.ts";
import { line, printGrowth } from "./table.ts";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const PEER_SIZES = [1_000, 4_000, 16_000];

const SHAPES = [
  ["power law", powerLawState],
  ["random", randomState],
] as const;

for (const [name, createState] of SHAPES) {
  measure(createState(1_000));
  const measured = SIZES.map((size) => measure(createState(size)));
  line(`\n${name}:`, []);
  for (const { counts } of measured) line(`  ${counts}`, []);
  printGrowth(
    "ms of processor",
    SIZES,
    measured.map(({ milliseconds }) => milliseconds),
  );
  printGrowth(
    "MiB allocated and held",
    SIZES,
    measured.map(({ memory }) => memory),
  );
  line(`\n${name}, look-through of one token, by others:`, []);
  comparePeers(PEER_SIZES, createState);
}
