import { type DocumentNode, GraphQLError, parse } from "graphql";

/** Parsed documents kept, and the longest text that is kept: programs ask the same few queries again and again. */
const MAX_DOCUMENTS = 200;
const MAX_CACHED_LENGTH = 20_000;
/** Most tokens of a document; what it says about entities fits many times. */
const MAX_TOKENS = 100_000;

/** Parses queries, and remembers those asked lately. */
export interface DocumentCache {
  /** @throws GraphQLError when the text is no GraphQL. */
  parse(text: string): DocumentNode;
}

function parseDocument(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) throw new GraphQLError("query has a depth that exceeds the limit of `255`");
    throw error;
  }
}

/** Starts empty. */
export function createDocumentCache(): DocumentCache {
  const documents = new Map<string, DocumentNode>();
  return {
    parse(text) {
      const known = documents.get(text);
      const document = known ?? parseDocument(text);
      if (text.length > MAX_CACHED_LENGTH) return document;
      // The one that was not asked for the longest stands first.
      if (known !== undefined) documents.delete(text);
      documents.set(text, document);
      const [oldest] = documents.keys();
      if (documents.size > MAX_DOCUMENTS && oldest !== undefined) documents.delete(oldest);
      return document;
    },
  };
}
