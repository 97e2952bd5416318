import { Address, BigInt, DataSourceContext, ethereum } from "@graphprotocol/graph-ts";
import { BumpCall, Command, CommandCall, Factory } from "../generated/Factory/Factory";
import { Counter, Document } from "../generated/schema";
import { Document as DocumentTemplate, Poller } from "../generated/templates";
import { enter } from "./entry";

export function handleOnce(block: ethereum.Block): void {
  enter("once", block.number, "");
}

export function handlePolling(block: ethereum.Block): void {
  enter("polling", block.number, "");
}

export function handlePoller(block: ethereum.Block): void {
  enter("poller", block.number, "");
}

export function handleCalled(block: ethereum.Block): void {
  enter("called", block.number, "");
}

export function handleCommandCall(call: CommandCall): void {
  enter(
    "call command",
    call.block.number,
    call.inputs.text + " " + call.from.toHexString() + " " + call.transaction.from.toHexString(),
  );
}

export function handleBumpCall(call: BumpCall): void {
  enter("call bump", call.block.number, call.inputs.n.toString() + " " + call.outputs.value0.toString());
}

export function handleCommand(event: Command): void {
  const kind = event.params.kind.toI32();
  const text = event.params.text;
  if (kind == 1) enter("command", event.block.number, text);
  else if (kind == 2) {
    enter("command", event.block.number, "lost");
    count("lost");
    assert(false, text);
  } else if (kind == 3) document(event, text);
  else if (kind == 4) Poller.create(event.address);
  else if (kind == 5) next(event);
  else if (kind == 6) spin(event);
}

/** Counts in an entity that handlers of documents count in too. */
function count(id: string): i32 {
  let counter = Counter.load(id);
  if (counter == null) {
    counter = new Counter(id);
    counter.count = 0;
  }
  counter.count = counter.count + 1;
  counter.save();
  return counter.count;
}

/** Creates the data source of a file, and says whether its document is to be seen here. */
function document(event: Command, id: string): void {
  const seen = Document.load(id) == null ? "unseen" : "seen";
  enter("document", event.block.number, seen + " " + count("chain").toString());
  const context = new DataSourceContext();
  context.setString("note", event.params.b.toString());
  DocumentTemplate.createWithContext(id, context);
}

function next(event: Command): void {
  const result = Factory.bind(event.address).try_increment(event.params.a);
  enter("next", event.block.number, result.reverted ? "reverted" : result.value.toString());
}

/** Never ends. */
function spin(event: Command): void {
  let n = event.params.a.toI32();
  while (n >= 0) n = (n + 1) & 0xffff;
  enter("spin", BigInt.fromI32(n), Address.zero().toHexString());
}
