import { BigInt, Bytes, DataSourceContext, dataSource, log, store } from "@graphprotocol/graph-ts";
import { Command, Created, Factory } from "../generated/Factory/Factory";
import { Bar, Child, Note, Once, Protocol } from "../generated/schema";
import { Child as ChildTemplate } from "../generated/templates";

export function handleCreated(event: Created): void {
  let protocol = Protocol.load("protocol");
  if (protocol == null) {
    protocol = new Protocol("protocol");
    protocol.childCount = 0;
    const context = dataSource.context();
    protocol.contextFoo = context.getString("foo");
    protocol.contextBar = context.getI32("bar");
  }
  protocol.childCount = protocol.childCount + 1;
  protocol.save();

  const child = new Child(event.params.child);
  child.name = event.params.name;
  child.pingSum = BigInt.zero();
  child.save();

  const childContext = new DataSourceContext();
  childContext.setBigInt("number", BigInt.fromI32(protocol.childCount));
  ChildTemplate.createWithContext(event.params.child, childContext);
}

export function handleCommand(event: Command): void {
  const kind = event.params.kind.toI32();
  const text = event.params.text;
  if (kind == 1) tryIncrement(event);
  else if (kind == 2) increment(event);
  else if (kind == 3) describe(event);
  else if (kind == 4) bars(event);
  else if (kind == 5) fail(text);
  else if (kind == 6) log.critical("critical {}", [text]);
  else if (kind == 7) saveOnce(text);
  else if (kind == 8) partial(text);
  else if (kind == 9) removeThenSave(text);
  else if (kind == 10) incomplete(text);
}

function fail(text: string): void {
  throw new Error(text);
}

function tryIncrement(event: Command): void {
  const note = new Note(event.params.a.toString());
  const result = Factory.bind(event.address).try_increment(event.params.a);
  note.reverted = result.reverted;
  if (!result.reverted) note.value = result.value;
  note.save();
}

function increment(event: Command): void {
  const note = new Note(event.params.a.toString());
  note.value = Factory.bind(event.address).increment(event.params.a);
  note.save();
}

function describe(event: Command): void {
  const factory = Factory.bind(event.address);
  const note = new Note("describe");
  const word = Bytes.fromHexString("0x" + "00".repeat(32));
  const shape = factory.point();
  note.text =
    factory.describe(word).toString() +
    ", " +
    factory.describe1("x") +
    ", " +
    factory.describe2(BigInt.fromI32(1)) +
    ", " +
    shape.value0.x.toString() +
    ", " +
    shape.value0.pair[1].toString() +
    ", " +
    shape.value1[0].toString();
  note.save();
}
/** Text "<child>": three bars; a = 1 changes the first and removes the second. */
function bars(event: Command): void {
  const id = Bytes.fromHexString(event.params.text);
  if (event.params.a.isZero()) {
    for (let i = 0; i < 3; i++) {
      const bar = new Bar(i.toString());
      bar.child = id;
      bar.value = 0;
      bar.save();
    }
  } else {
    const bar = new Bar("0");
    bar.child = id;
    bar.value = event.params.a.toI32();
    bar.save();
    const gone = Bar.load(event.params.b.toString());
    if (gone != null) store.remove("Bar", gone.id);
  }
  const loaded = Child.load(id)!.bars.load();
  const note = new Note("bars-" + event.block.number.toString() + "-" + event.logIndex.toString());
  let text = "";
  for (let i = 0; i < loaded.length; i++) text += loaded[i].id + "=" + loaded[i].value.toString() + ";";
  note.text = text;
  note.save();
}

function saveOnce(text: string): void {
  const once = new Once("once");
  once.text = text;
  once.save();
}

function partial(text: string): void {
  const note = new Note("partial");
  note.text = text;
  if (text == "first") note.value = BigInt.fromI32(42);
  else note.flag = true;
  note.save();
  const inBlock = Note.loadInBlock("partial");
  const seen = new Note("partial-in-block-" + text);
  seen.flag = inBlock != null && inBlock.get("value") == null;
  seen.save();
}

function removeThenSave(text: string): void {
  store.remove("Note", "gone");
  const note = new Note("gone");
  note.flag = true;
  note.save();
  const again = Note.load("gone");
  note.text = again != null && again.text == null ? text : "kept";
  note.save();
}

function incomplete(text: string): void {
  const child = new Child(Bytes.fromUTF8(text));
  child.save();
}
