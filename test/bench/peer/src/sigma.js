import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { COLOURS, drawn } from "./drawing.js";

// With the same budget as the dApp's own picture while it moves: more threads would be slower still.
const MOST_THREADS = 1_500;

globalThis.drawPeer = async ({ nodes, threads }) => {
  const graph = new MultiDirectedGraph();
  for (const [index, node] of nodes.entries()) {
    graph.addNode(String(index), { x: node.x, y: -node.y, size: 2, color: COLOURS[node.kind] });
  }
  for (const thread of threads.slice(0, MOST_THREADS)) {
    graph.addEdge(String(thread.from), String(thread.to), { size: 0.5 + 3 * thread.share, color: "#3a41c6" });
  }
  new Sigma(graph, document.body, { renderLabels: false });
  await drawn();
};
