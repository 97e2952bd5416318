import { BigDecimal, BigInt, dataSource } from "@graphprotocol/graph-ts";
import { Child, Note, Ping } from "../generated/schema";
import { Ping as PingEvent, Shapes } from "../generated/templates/Child/Child";

export function handlePing(event: PingEvent): void {
  const child = Child.load(event.address)!;
  child.pingSum = child.pingSum.plus(event.params.n);
  child.lastText = event.params.text;
  child.save();

  const ping = new Ping(event.transaction.hash.concatI32(event.logIndex.toI32()));
  ping.child = event.address;
  ping.n = event.params.n;
  ping.text = event.params.text;
  ping.block = event.block.number;
  ping.sequence = dataSource.context().getBigInt("number").toI32();
  ping.save();
}

export function handleShapes(event: Shapes): void {
  const note = new Note("shapes");
  const point = event.params.point;
  note.text =
    event.params.name.toHexString() +
    " " +
    event.params.tag.toHexString() +
    " " +
    event.params.small.toString() +
    " " +
    point.x.toString() +
    " " +
    point.pair[0].toString() +
    point.pair[1].toString();
  note.value = event.params.signed;
  note.ratio = event.params.signed.toBigDecimal().div(BigDecimal.fromString("3"));
  note.flag = event.params.flag && event.receipt != null && event.receipt!.status.equals(BigInt.fromI32(1));
  note.bytes = event.params.data;
  note.list = event.params.list;
  note.save();
}
