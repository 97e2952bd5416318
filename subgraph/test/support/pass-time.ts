import type { Session } from "@weft/devnet";

/** Makes a block that is `seconds` later than the last one. */
export async function passTime({ client }: Session, seconds: number): Promise<void> {
  const { timestamp } = await client.getBlock();
  await client.setNextBlockTimestamp({ timestamp: timestamp + BigInt(seconds) });
  await client.mine({ blocks: 1 });
}
