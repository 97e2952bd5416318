import { ethereum } from "@graphprotocol/graph-ts";
import { Stake, Unstake } from "../../../generated/schema";
import { BURNED, GIVEN_BACK, MINTED, STAKED, TAKEN_IN, UNSTAKED } from "../../helpers/kinds";
import { newStatementEntry } from "../../store/statement-entry";

/** Member shares went from the account to the network, new network shares to the account or its personal token. */
export function stateStake(event: ethereum.Event, stake: Stake): void {
  const given = newStatementEntry(event, 0, stake.account, STAKED, stake.member);
  given.shares = stake.amount.neg();
  given.counterparty = stake.network;
  given.stake = stake.id;
  given.save();
  const taken = newStatementEntry(event, 0, stake.network, TAKEN_IN, stake.member);
  taken.shares = stake.amount;
  taken.counterparty = stake.account;
  taken.stake = stake.id;
  taken.save();
  const minted = newStatementEntry(event, 1, stake.to, MINTED, stake.network);
  minted.shares = stake.shares;
  minted.counterparty = stake.account;
  minted.stake = stake.id;
  minted.save();
}

/** The account's network shares were burned, member shares came back; a token's own are burned as they come. */
export function stateUnstake(event: ethereum.Event, unstake: Unstake): void {
  const given = newStatementEntry(event, 0, unstake.network, GIVEN_BACK, unstake.member);
  given.shares = unstake.amount.neg();
  given.counterparty = unstake.account;
  given.unstake = unstake.id;
  given.save();
  const burned = newStatementEntry(event, 0, unstake.account, BURNED, unstake.network);
  burned.shares = unstake.shares.neg();
  burned.unstake = unstake.id;
  burned.save();
  if (unstake.account == unstake.member) return;
  const returned = newStatementEntry(event, 1, unstake.account, UNSTAKED, unstake.member);
  returned.shares = unstake.amount;
  returned.counterparty = unstake.network;
  returned.unstake = unstake.id;
  returned.save();
}
