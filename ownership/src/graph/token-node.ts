import { NotAnAccountError, UnknownTokenError } from "../errors.ts";
import type { OwnershipGraph } from "./ownership-graph.ts";

/** Node of a token; throws UnknownTokenError when the graph does not have it. */
export function tokenNode(graph: OwnershipGraph, token: string, where: string): number {
  const node = graph.nodeOf.get(token);
  if (node === undefined || node >= graph.tokens.length) throw new UnknownTokenError(token, where);
  return node;
}

/** Node of an account, or undefined when it holds nothing; throws NotAnAccountError for a token. */
export function accountNode(graph: OwnershipGraph, account: string): number | undefined {
  const node = graph.nodeOf.get(account);
  if (node !== undefined && node < graph.tokens.length) throw new NotAnAccountError(account);
  return node;
}

/** Id of a node. */
export function nodeId(graph: OwnershipGraph, node: number): string {
  const tokenCount = graph.tokens.length;
  return node < tokenCount ? (graph.tokens[node]?.id as string) : (graph.accounts[node - tokenCount] as string);
}
