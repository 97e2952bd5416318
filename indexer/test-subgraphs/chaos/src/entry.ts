import { BigInt, Entity, store } from "@graphprotocol/graph-ts";

/** Records that a handler ran; ids count up. */
export function enter(handler: string, block: BigInt, text: string): void {
  const entry = new Entity();
  entry.setString("handler", handler);
  entry.setBigInt("block", block);
  entry.setString("text", text);
  store.set("Entry", "auto", entry);
}
