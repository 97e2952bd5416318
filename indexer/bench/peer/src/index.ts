import { type Context, ponder } from "ponder:registry";
import { account, transfer } from "ponder:schema";
import { concatHex, type Hex, numberToHex, zeroAddress } from "viem";

async function change(db: Context["db"], id: Hex, value: bigint): Promise<void> {
  await db
    .insert(account)
    .values({ id, balance: value, transferCount: 1 })
    .onConflictDoUpdate((row) => ({ balance: row.balance + value, transferCount: row.transferCount + 1 }));
}

ponder.on("Token:Transfer", async ({ event, context }) => {
  const { from, to, value } = event.args;
  if (from !== zeroAddress) await change(context.db, from, -value);
  await change(context.db, to, value);
  await context.db.insert(transfer).values({
    id: concatHex([event.transaction.hash, numberToHex(event.log.logIndex, { size: 4 })]),
    from,
    to,
    value,
    block: event.block.number,
    timestamp: event.block.timestamp,
  });
});
