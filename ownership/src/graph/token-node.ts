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

/** The part of a graph that names its nodes. */
export type NodeNames = Pick<OwnershipGraph, "tokens" | "accounts">;

/** Id of a node. */
export function nodeId({ tokens, accounts }: NodeNames, node: number): string {
  return node < tokens.length ? (tokens[node]?.id as string) : (accounts[node - tokens.length] as string);
}
