import { BigInt, Bytes, Entity, ethereum, log, store } from "@graphprotocol/graph-ts";
import { InlineMetadata } from "../../generated/schema";
import { foldText } from "../helpers/fold-text";
import { EXCLUDED, TREASURY } from "../helpers/kinds";
import { metadataOf } from "./token-metadata";

/**
 * The fields that personal tokens and networks share. The schema's interface has no class of its own in generated
 * code, so this one reads and writes them by name, whatever entity stores them.
 */
export class EquityToken {
  constructor(
    readonly kind: string,
    readonly entity: Entity,
  ) {}

  get id(): Bytes {
    return this.entity.getBytes("id");
  }
  get totalSupply(): BigInt {
    return this.entity.getBigInt("totalSupply");
  }
  set totalSupply(value: BigInt) {
    this.entity.setBigInt("totalSupply", value);
  }
  get eligibleSupply(): BigInt {
    return this.entity.getBigInt("eligibleSupply");
  }
  set eligibleSupply(value: BigInt) {
    this.entity.setBigInt("eligibleSupply", value);
  }
  get treasuryHeld(): BigInt {
    return this.entity.getBigInt("treasuryHeld");
  }
  set treasuryHeld(value: BigInt) {
    this.entity.setBigInt("treasuryHeld", value);
  }
  get incomePerShare(): BigInt {
    return this.entity.getBigInt("incomePerShare");
  }
  set incomePerShare(value: BigInt) {
    this.entity.setBigInt("incomePerShare", value);
  }
  get streamLeft(): BigInt {
    return this.entity.getBigInt("streamLeft");
  }
  set streamLeft(value: BigInt) {
    this.entity.setBigInt("streamLeft", value);
  }
  get streamEnd(): BigInt {
    return this.entity.getBigInt("streamEnd");
  }
  set streamEnd(value: BigInt) {
    this.entity.setBigInt("streamEnd", value);
  }
  set lastAccrual(value: BigInt) {
    this.entity.setBigInt("lastAccrual", value);
  }
  get totalIncome(): BigInt {
    return this.entity.getBigInt("totalIncome");
  }
  set totalIncome(value: BigInt) {
    this.entity.setBigInt("totalIncome", value);
  }
  get totalHarvested(): BigInt {
    return this.entity.getBigInt("totalHarvested");
  }
  set totalHarvested(value: BigInt) {
    this.entity.setBigInt("totalHarvested", value);
  }
  get totalClaimed(): BigInt {
    return this.entity.getBigInt("totalClaimed");
  }
  set totalClaimed(value: BigInt) {
    this.entity.setBigInt("totalClaimed", value);
  }
  get connectedProfit(): BigInt {
    return this.entity.getBigInt("connectedProfit");
  }
  set connectedProfit(value: BigInt) {
    this.entity.setBigInt("connectedProfit", value);
  }
  get holderCount(): i32 {
    return this.entity.getI32("holderCount");
  }
  set holderCount(value: i32) {
    this.entity.setI32("holderCount", value);
  }

  /** Adds `change` of a holder's balance to the sums that holders of that class are part of. */
  addToClass(holderClass: string, change: BigInt): void {
    if (holderClass == TREASURY) this.treasuryHeld = this.treasuryHeld.plus(change);
    if (holderClass != EXCLUDED) this.eligibleSupply = this.eligibleSupply.plus(change);
  }

  save(): void {
    store.set(this.kind, this.id.toHexString(), this.entity);
  }
}

/** The token of that kind at `address`; null, with a line in the log, when the registry never announced it. */
export function getEquityToken(kind: string, address: Bytes): EquityToken | null {
  const entity = store.get(kind, address.toHexString());
  if (entity === null) {
    log.error("[equity-token] No {} at {}: the registry never announced it", [kind, address.toHexString()]);
    return null;
  }
  return new EquityToken(kind, entity);
}

/** Sets a token's metadata as of `time`, Unix time: the URI, and what it says if that can be read. */
export function describeToken(token: Entity, uri: string, time: BigInt): void {
  token.setString("contractURI", uri);
  token.setBigInt("contractURISetAt", time);
  const metadata = metadataOf(uri);
  if (metadata === null) token.unset("metadata");
  else token.setBytes("metadata", metadata);
  token.unset("description");
  token.unset("image");
  // A file on IPFS arrives later, and its handler can't change a token: what it says is in the metadata alone.
  if (metadata === null) return;
  const inline = InlineMetadata.load(metadata);
  if (inline === null) return;
  setText(token, "description", inline.description);
  setText(token, "image", inline.image);
}

function setText(token: Entity, field: string, text: string | null): void {
  if (text !== null) token.setString(field, text);
}

/** Fills in the shared fields of a new token, before any of its shares exist. */
export function initEquityToken(token: Entity, name: string, symbol: string, uri: string, event: ethereum.Event): void {
  const zero = BigInt.zero();
  token.setString("name", name);
  token.setString("symbol", symbol);
  token.setString("foldedName", foldText(name));
  token.setString("foldedSymbol", foldText(symbol));
  describeToken(token, uri, event.block.timestamp);
  token.setBigInt("totalSupply", zero);
  token.setBigInt("eligibleSupply", zero);
  token.setBigInt("treasuryHeld", zero);
  token.setBigInt("incomePerShare", zero);
  token.setBigInt("streamLeft", zero);
  token.setBigInt("streamEnd", zero);
  token.setBigInt("lastAccrual", zero);
  token.setBigInt("totalIncome", zero);
  token.setBigInt("totalHarvested", zero);
  token.setBigInt("totalClaimed", zero);
  token.setBigInt("connectedProfit", zero);
  token.setI32("holderCount", 0);
  token.setBigInt("createdAt", event.block.timestamp);
  token.setBigInt("createdAtBlock", event.block.number);
  token.setBytes("account", token.getBytes("id"));
}
