import { Address, Bytes, dataSource, Entity, json, store } from "@graphprotocol/graph-ts";
import { Counter, Document } from "../generated/schema";
import { Document as DocumentTemplate, Poller } from "../generated/templates";

export function handleDocument(content: Bytes): void {
  const id = dataSource.stringParam();
  const parsed = json.try_fromBytes(content);
  assert(parsed.isOk, "the document is no JSON");
  const fields = parsed.value.toObject();

  const document = new Document(id);
  document.text = fields.get("text")!.toString();
  document.note = dataSource.context().getString("note");
  document.seen = Counter.load("chain") == null ? "unseen" : "seen";
  document.save();

  const linked = fields.get("next");
  if (linked != null) DocumentTemplate.createWithContext(linked.toString(), dataSource.context());
  if (fields.get("poll") != null) Poller.create(Address.zero());
  if (fields.get("enter") != null) store.set("Entry", "1", new Entity());
}
