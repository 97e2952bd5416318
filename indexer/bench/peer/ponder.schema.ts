import { index, onchainTable } from "ponder";

export const account = onchainTable(
  "account",
  (t) => ({ id: t.hex().primaryKey(), balance: t.bigint().notNull(), transferCount: t.integer().notNull() }),
  (table) => ({ byBalance: index().on(table.balance), byCount: index().on(table.transferCount) }),
);

export const transfer = onchainTable(
  "transfer",
  (t) => ({
    id: t.hex().primaryKey(),
    from: t.hex().notNull(),
    to: t.hex().notNull(),
    value: t.bigint().notNull(),
    block: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
  }),
  (table) => ({
    byFrom: index().on(table.from),
    byTo: index().on(table.to),
    byValue: index().on(table.value),
    byBlock: index().on(table.block),
    byTimestamp: index().on(table.timestamp),
  }),
);
