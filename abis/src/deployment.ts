/** Where one deployment of the protocol lives: the content of `deployments/<chain id>.json`. */
export interface Deployment {
  readonly chainId: number;
  readonly registry: `0x${string}`;
  readonly settlement: `0x${string}`;
  /** What gains are paid in; the zero address is the chain's native coin. */
  readonly currency: `0x${string}`;
  /** Decimals of the currency: 18 for the native coin. */
  readonly currencyDecimals: number;
  /** Symbol of the currency; empty for the native coin, which the chain names. */
  readonly currencySymbol: string;
  /** Uniswap v3 factory whose pools can be excluded from income; the zero address if there is none. */
  readonly poolFactory: `0x${string}`;
  /** Seconds that votes count as a day: 86,400 but on local chains. */
  readonly secondsPerDay: number;
  /** Block in which the registry was deployed: where indexing starts. */
  readonly block: number;
}
