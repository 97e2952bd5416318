import type { QueryAnswer } from "./graphql/execute.ts";
import type { QueryData, QueryDocument, QueryVariables } from "./query-document.ts";
import type { Progress } from "./runtime/progress.ts";

/** How long to wait. */
export interface WaitOptions {
  /** Milliseconds. @default 60000 */
  readonly timeout?: number;
}

/** An answer to a query; without `data` when nothing could be answered. */
export interface QueryResult<Data = QueryData> {
  readonly data?: Data;
  readonly errors?: NonNullable<QueryAnswer["errors"]>;
}

/** A running indexer. Disposing of it (`await using`) closes it. */
export interface Indexer extends AsyncDisposable {
  /** Where the subgraph's GraphQL is. */
  readonly url: string;
  /** Where the indexing status API is. */
  readonly statusUrl: string;
  readonly port: number;
  /** Content id of the build that answers. */
  readonly deploymentId: string;
  status(): Progress;
  /** Runs after every change of {@link Indexer.status}; returns the function that ends that. */
  onUpdate(listener: (status: Progress) => void): () => void;
  /**
   * Waits until a block can be queried.
   * @throws WaitError when the subgraph fails or time runs out.
   */
  waitForBlock(block: number, options?: WaitOptions): Promise<void>;
  /**
   * Waits until everything that is on the chain now can be queried.
   * @throws WaitError when the subgraph fails or time runs out; RpcError when the chain does not answer.
   */
  sync(options?: WaitOptions): Promise<void>;
  /** Answers a GraphQL query in this process, mistakes in it included. @throws GraphQLError when `document` cannot be parsed. */
  query<Data = QueryData, Variables extends object = QueryVariables>(
    document: QueryDocument<Data, Variables>,
    variables?: Variables,
  ): Promise<QueryResult<Data>>;
  /**
   * The data of a query.
   * @throws QueryFailedError with every message when there are errors; GraphQLError when `document` cannot be parsed.
   */
  queryData<Data = QueryData, Variables extends object = QueryVariables>(
    document: QueryDocument<Data, Variables>,
    variables?: Variables,
  ): Promise<Data>;
  /**
   * Reads the build again. One that changed is indexed from empty while the one before goes on answering, and takes over once it
   * has caught up; then this resolves. False when nothing changed.
   * @throws ManifestError or SchemaError when it cannot be read; RedeployError when it fails.
   */
  redeploy(): Promise<boolean>;
  /** Ends indexing and serving, and whatever waits, with an IndexerError; what is committed stays. */
  close(): Promise<void>;
}
