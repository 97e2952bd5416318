import { BigInt, Bytes, crypto, ethereum } from "@graphprotocol/graph-ts";

/** A holding: token, then holder. 40 bytes, such as `0x<token 20><holder 20>`. */
export function holdingId(token: Bytes, holder: Bytes): Bytes {
  return token.concat(holder);
}

/** A membership: network, then member token. 40 bytes, such as `0x<network 20><member 20>`. */
export function membershipId(network: Bytes, member: Bytes): Bytes {
  return network.concat(member);
}

/** A position: network, member token, account. 60 bytes, such as `0x<network 20><member 20><account 20>`. */
export function positionId(network: Bytes, member: Bytes, account: Bytes): Bytes {
  return network.concat(member).concat(account);
}

/**
 * Connected profit: token, the token it arrived from, the token of its origin. 60 bytes, such as
 * `0x<token 20><via 20><origin 20>`, with 20 zero bytes for no origin.
 */
export function connectedProfitId(token: Bytes, via: Bytes, origin: Bytes): Bytes {
  return token.concat(via).concat(origin);
}

/**
 * An entry of a statement: account, block number (8 bytes), log index (4 bytes), part (1 byte), big end first, so that an
 * account's entries sort by time. 33 bytes, such as `0x<account 20>000000000000002a0000000701` for part 1 of log 7 in block 42.
 */
export function statementEntryId(account: Bytes, event: ethereum.Event, part: u8): Bytes {
  const block = event.block.number.toU64();
  const last = new Bytes(1);
  last[0] = part;
  return account
    .concat(fourBytes((block >> 32) as i32))
    .concat(fourBytes(block as i32))
    .concat(fourBytes(event.logIndex.toI32()))
    .concat(last);
}

/** An account that applied: network, member token, account. 60 bytes, `0x<network 20><member 20><account 20>`. */
export function applicantId(network: Bytes, member: Bytes, account: Bytes): Bytes {
  return network.concat(member).concat(account);
}

/**
 * What a token says of itself: Keccak-256 of its metadata's URI in UTF-8, which is known before a file arrives. 32 bytes, such
 * as `0x56d2…b2a3`; for a file the URI is `ipfs://<content id>`, with the path below it.
 */
export function metadataId(uri: string): Bytes {
  return Bytes.fromByteArray(crypto.keccak256(Bytes.fromUTF8(uri)));
}

/** Terms: network, then number, big end first. 24 bytes, such as `0x<network 20>00000002` for the third terms. */
export function termsId(network: Bytes, number: i32): Bytes {
  return network.concat(fourBytes(number));
}

/** A realized gain: token, then number, big end first. 24 bytes, such as `0x<token 20>00000002` for the third gain. */
export function realizationId(token: Bytes, number: i32): Bytes {
  return token.concat(fourBytes(number));
}

/** Whether `holder` may receive shares of a closed token: token, then holder. 40 bytes, `0x<token 20><holder 20>`. */
export function holderApprovalId(token: Bytes, holder: Bytes): Bytes {
  return token.concat(holder);
}

/** Whether `token` may be sent into a treasury: treasury, then token. 40 bytes, `0x<treasury 20><token 20>`. */
export function depositPermissionId(treasury: Bytes, token: Bytes): Bytes {
  return treasury.concat(token);
}

/** An account in a network's votes: network, then account. 40 bytes, such as `0x<network 20><account 20>`. */
export function voterId(network: Bytes, account: Bytes): Bytes {
  return network.concat(account);
}

/** What a quorum was: network, then number. 24 bytes, such as `0x<network 20>00000002` for the third checkpoint. */
export function votingCheckpointId(network: Bytes, number: i32): Bytes {
  return network.concat(fourBytes(number));
}

/** A proposal: network, then the governor's id, big end first. 52 bytes, such as `0x<network 20><governor's id 32>`. */
export function proposalIdOf(network: Bytes, governorsId: BigInt): Bytes {
  return network.concat(thirtyTwoBytes(governorsId));
}

/** A call of a proposal: proposal, then index. 56 bytes, such as `0x<proposal 52>00000000` for the first call. */
export function proposalCallId(proposal: Bytes, index: i32): Bytes {
  return proposal.concat(fourBytes(index));
}

/** A vote: proposal, then voter. 72 bytes, such as `0x<proposal 52><voter 20>`. */
export function voteId(proposal: Bytes, voter: Bytes): Bytes {
  return proposal.concat(voter);
}

/** A fact: transaction hash, then log index, big end first. 36 bytes, such as `0x<hash 32>0000000a` for log 10. */
export function factId(event: ethereum.Event): Bytes {
  return event.transaction.hash.concat(fourBytes(event.logIndex.toI32()));
}

/** Big end first, so that ids sort as the numbers do; `Bytes.fromI32` has the little end first. */
function fourBytes(value: i32): Bytes {
  const bytes = new Bytes(4);
  bytes[0] = ((value >> 24) & 0xff) as u8;
  bytes[1] = ((value >> 16) & 0xff) as u8;
  bytes[2] = ((value >> 8) & 0xff) as u8;
  bytes[3] = (value & 0xff) as u8;
  return bytes;
}

/** A number of 256 bits, big end first; a `BigInt` has the little end first, and only as many bytes as it needs. */
function thirtyTwoBytes(value: BigInt): Bytes {
  const bytes = new Bytes(32);
  for (let i = 0; i < 32; i++) bytes[31 - i] = i < value.length ? value[i] : 0;
  return bytes;
}
