import { Address, BigInt } from "@graphprotocol/graph-ts";
import { Account, Transfer } from "../generated/schema";
import { Transfer as TransferEvent } from "../generated/Token/Token";

function change(address: Address, value: BigInt): void {
  let account = Account.load(address);
  if (!account) {
    account = new Account(address);
    account.balance = BigInt.zero();
    account.transferCount = 0;
  }
  account.balance = account.balance.plus(value);
  account.transferCount += 1;
  account.save();
}

export function handleTransfer(event: TransferEvent): void {
  if (event.params.from.notEqual(Address.zero())) change(event.params.from, event.params.value.neg());
  change(event.params.to, event.params.value);
  const transfer = new Transfer(event.transaction.hash.concatI32(event.logIndex.toI32()));
  transfer.from = event.params.from;
  transfer.to = event.params.to;
  transfer.value = event.params.value;
  transfer.block = event.block.number;
  transfer.timestamp = event.block.timestamp;
  transfer.save();
}
