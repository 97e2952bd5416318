/** Where one deployment of the protocol lives: the content of `deployments/<chain id>.json`. */
export interface Deployment {
  readonly chainId: number;
  readonly registry: `0x${string}`;
  readonly settlement: `0x${string}`;
  /** What gains are paid in; the zero address is the chain's native coin. */
  readonly currency: `0x${string}`;
  /** Block in which the registry was deployed: where indexing starts. */
  readonly block: number;
}
