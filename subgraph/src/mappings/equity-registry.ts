import { Address } from "@graphprotocol/graph-ts";
import { NetworkFormed, PersonalTokenLaunched, RegistryDeployed } from "../../generated/EquityRegistry/EquityRegistry";
import { NetworkGovernor, NetworkToken, PersonalToken } from "../../generated/templates";
import { governorContextOf } from "../helpers/governor-context";
import { contextOf } from "../helpers/registry-context";
import { createTokenAccount, getOrCreateAccount } from "../store/account";
import { createNetworkToken } from "../store/network-token";
import { createPersonalToken } from "../store/personal-token";
import { createProtocol, getProtocol } from "../store/protocol";

export function handleRegistryDeployed(event: RegistryDeployed): void {
  const protocol = createProtocol(event.address, event.params.currency, event.params.poolFactory);
  protocol.currencyDecimals = event.params.currencyDecimals;
  const native = event.params.currency == Address.zero();
  if (!native) protocol.currencySymbol = event.params.currencySymbol;
  protocol.save();
}

export function handlePersonalTokenLaunched(event: PersonalTokenLaunched): void {
  const token = createPersonalToken(event);
  createTokenAccount(token.id);
  const person = getOrCreateAccount(event.params.person);
  person.personalToken = token.id;
  person.save();
  const protocol = getProtocol(event.address);
  protocol.personalTokenCount += 1;
  protocol.save();
  PersonalToken.createWithContext(event.params.token, contextOf(event.address));
}

export function handleNetworkFormed(event: NetworkFormed): void {
  const network = createNetworkToken(event);
  createTokenAccount(network.id);
  getOrCreateAccount(event.params.creator);
  const protocol = getProtocol(event.address);
  protocol.networkTokenCount += 1;
  protocol.save();
  NetworkToken.createWithContext(event.params.network, contextOf(event.address));
  NetworkGovernor.createWithContext(event.params.governor, governorContextOf(event.params.network));
}
