import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { COLOURS, drawn } from "./drawing.js";

globalThis.drawPeer = async ({ nodes, threads }) => {
  const svg = select("body").append("svg").attr("width", innerWidth).attr("height", innerHeight);
  const world = svg.append("g");
  world
    .selectAll("line")
    .data(threads)
    .join("line")
    .attr("x1", (thread) => nodes[thread.from].x)
    .attr("y1", (thread) => nodes[thread.from].y)
    .attr("x2", (thread) => nodes[thread.to].x)
    .attr("y2", (thread) => nodes[thread.to].y)
    .attr("stroke", "#3a41c6")
    .attr("stroke-opacity", 0.4)
    .attr("stroke-width", (thread) => 1 + 6 * thread.share);
  world
    .selectAll("circle")
    .data(nodes)
    .join("circle")
    .attr("cx", (node) => node.x)
    .attr("cy", (node) => node.y)
    .attr("r", 8)
    .attr("fill", (node) => COLOURS[node.kind]);
  const moves = zoom().on("zoom", ({ transform }) => world.attr("transform", transform));
  const reach = Math.max(...nodes.map((node) => Math.hypot(node.x, node.y)));
  svg.call(moves);
  svg.call(moves.transform, zoomIdentity.translate(innerWidth / 2, innerHeight / 2).scale(innerHeight / 2 / reach));
  await drawn();
};
