import { BigInt, Bytes, Entity, ethereum, store } from "@graphprotocol/graph-ts";
import { BumpCall, Command, Created, Factory } from "../generated/Factory/Factory";
import { Bar, Child, Note, Protocol } from "../generated/schema";
import { Child as ChildTemplate } from "../generated/templates";
import { enter } from "./entry";

export function handleOnce(block: ethereum.Block): void {
  enter("once", block.number, block.hash.toHexString());
}

export function handlePolling(block: ethereum.Block): void {
  enter("polling", block.number, block.hash.toHexString());
}

export function handleBump(call: BumpCall): void {
  const text =
    call.inputs.n.toString() + " " + call.outputs.value0.toString() + " " + call.transaction.hash.toHexString();
  enter("bump", call.block.number, text);
}

export function handleCreated(event: Created): void {
  let protocol = Protocol.load("protocol");
  if (protocol == null) {
    protocol = new Protocol("protocol");
    protocol.childCount = 0;
  }
  protocol.childCount = protocol.childCount + 1;
  protocol.save();

  const child = new Child(event.params.child);
  child.name = event.params.name;
  child.pingSum = BigInt.zero();
  child.save();
  ChildTemplate.create(event.params.child);
}

export function handleCommand(event: Command): void {
  const kind = event.params.kind.toI32();
  if (kind == 1) note(event);
  else if (kind == 2) bars(event);
  else if (kind == 3) tick(event);
  else if (kind == 4) forget(event);
  else if (kind == 5) fail(event);
}

/** Notes what the contract answers in this block: from 100 on, that it reverted. */
function note(event: Command): void {
  const factory = Factory.bind(event.address);
  const result = factory.try_increment(event.params.a);
  const found = new Note(event.params.b.toString());
  found.text = event.params.text + " " + factory.count().toString() + " " + factory.last().toString();
  found.value = result.reverted ? null : result.value;
  found.save();
}

/** Text "<child>": sets a bar of a child, and notes all that it has. */
function bars(event: Command): void {
  const owner = Bytes.fromHexString(event.params.text);
  const bar = new Bar(event.params.b.toString());
  bar.child = owner;
  bar.value = event.params.a;
  bar.save();
  const loaded = Child.load(owner)!.bars.load();
  const found = new Note("bars");
  let text = "";
  for (let i = 0; i < loaded.length; i++) text += loaded[i].id + "=" + loaded[i].value.toString() + ";";
  found.text = text;
  found.save();
}

function tick(event: Command): void {
  const entity = new Entity();
  entity.setString("kind", event.params.text);
  entity.setBigInt("value", event.params.a);
  store.set("Tick", "auto", entity);
}

function forget(event: Command): void {
  store.remove("Note", event.params.b.toString());
  store.remove("Bar", event.params.b.toString());
}

/** Leaves nothing of what it did. */
function fail(event: Command): void {
  const lost = new Note("lost");
  lost.text = event.params.text;
  lost.save();
  assert(false, event.params.text);
}
