import { dataSource, ethereum } from "@graphprotocol/graph-ts";
import { Child, Ping } from "../generated/schema";
import { Ping as PingEvent } from "../generated/templates/Child/Child";
import { enter } from "./entry";

export function handlePing(event: PingEvent): void {
  const child = Child.load(event.address)!;
  child.pingSum = child.pingSum.plus(event.params.n);
  child.save();

  const ping = new Ping(event.transaction.hash.concatI32(event.logIndex.toI32()));
  ping.child = event.address;
  ping.n = event.params.n;
  ping.block = event.block.number;
  ping.status = event.receipt!.status;
  ping.save();
}

export function handleChildOnce(block: ethereum.Block): void {
  enter("child once", block.number, dataSource.address().toHexString() + " " + block.hash.toHexString());
}

export function handleChildPolling(block: ethereum.Block): void {
  enter("child polling", block.number, dataSource.address().toHexString() + " " + block.hash.toHexString());
}
