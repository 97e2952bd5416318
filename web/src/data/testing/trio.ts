import type { OwnershipSnapshot } from "../ownership-snapshot.ts";
import { ONE, type SampleHolding, type SampleToken, sampleAddress, sampleSnapshot } from "./sample-snapshot.ts";

/** Wallets of the worked example. */
export const wallets = { ada: sampleAddress(0xa1), ben: sampleAddress(0xb1), cleo: sampleAddress(0xc1) };

/** Tokens of the worked example. */
export const tokens = {
  ada: sampleAddress(0xa2),
  ben: sampleAddress(0xb2),
  cleo: sampleAddress(0xc2),
  trio: sampleAddress(0xd2),
};

/** What the worked example looks like, and how it may differ. */
export interface TrioOptions {
  /** Gain that Ada realized and nobody claimed, in wei. */
  readonly adaRealized?: bigint;
  /** Whether Cleo, the last founder, has staked. */
  readonly cleoStaked?: boolean;
  /** Income of ADA that Ben earned with shares he has since given away, in wei. */
  readonly benEarnedBefore?: bigint;
}

/**
 * The worked example: Ada, Ben and Cleo have 1,000,000 shares each and stake 200,000 into TRIO for 100,000 TRIO each.
 * Cleo's TRIO are in her token's treasury, the others' in their wallets.
 */
export function trioSnapshot({
  adaRealized = 0n,
  cleoStaked = true,
  benEarnedBefore,
}: TrioOptions = {}): OwnershipSnapshot {
  const people: readonly SampleToken[] = [
    {
      address: tokens.ada,
      name: "Ada Okafor",
      symbol: "ADA",
      person: wallets.ada,
      income: adaRealized,
      realized: adaRealized,
    },
    { address: tokens.ben, name: "Ben Lindqvist", symbol: "BENL", person: wallets.ben },
    { address: tokens.cleo, name: "Cleo Marchetti", symbol: "CLEO", person: wallets.cleo },
  ];
  const kept = 800_000n * ONE;
  const staked = 200_000n * ONE;
  const minted = 100_000n * ONE;
  const holdings: readonly SampleHolding[] = [
    { token: tokens.ada, holder: wallets.ada, balance: kept },
    { token: tokens.ada, holder: tokens.trio, balance: staked },
    { token: tokens.ben, holder: wallets.ben, balance: kept },
    { token: tokens.ben, holder: tokens.trio, balance: staked },
    { token: tokens.trio, holder: wallets.ada, balance: minted },
    { token: tokens.trio, holder: wallets.ben, balance: minted },
    ...(benEarnedBefore === undefined
      ? []
      : [{ token: tokens.ada, holder: wallets.ben, balance: 0n, debt: -benEarnedBefore }]),
    ...(cleoStaked
      ? [
          { token: tokens.cleo, holder: wallets.cleo, balance: kept },
          { token: tokens.cleo, holder: tokens.trio, balance: staked },
          { token: tokens.trio, holder: tokens.cleo, balance: minted },
        ]
      : [{ token: tokens.cleo, holder: wallets.cleo, balance: kept + staked }]),
  ];
  return sampleSnapshot(
    [...people, { address: tokens.trio, name: "Trio", symbol: "TRIO", founded: cleoStaked }],
    holdings,
  );
}
