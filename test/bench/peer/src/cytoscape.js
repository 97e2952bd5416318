import cytoscape from "cytoscape";
import { COLOURS, drawn } from "./drawing.js";

globalThis.drawPeer = async ({ nodes, threads }) => {
  cytoscape({
    container: document.body,
    layout: { name: "preset" },
    // Its own ways to be fast.
    hideEdgesOnViewport: true,
    textureOnViewport: true,
    pixelRatio: 1,
    elements: [
      ...nodes.map((node, index) => ({
        data: { id: String(index), kind: node.kind },
        position: { x: node.x, y: node.y },
      })),
      ...threads.map((thread, index) => ({
        data: {
          id: `t${index}`,
          source: String(thread.from),
          target: String(thread.to),
          width: 0.5 + 3 * thread.share,
        },
      })),
    ],
    style: [
      { selector: "node", style: { width: 12, height: 12, "background-color": COLOURS.person } },
      { selector: "node[kind='network']", style: { shape: "round-rectangle", "background-color": COLOURS.network } },
      { selector: "edge", style: { width: "data(width)", "line-color": "#3a41c6", "curve-style": "haystack" } },
    ],
  });
  await drawn();
};
