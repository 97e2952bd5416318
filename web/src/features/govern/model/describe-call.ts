import { encodeFunctionData } from "viem";
import { networkTokenAbi } from "../../../chain/contracts.ts";
import type { NetworkMetadata } from "../../../data/network-metadata.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import { type Metadata, MOST_URI_BYTES, metadataUri, metadataUriBytes } from "../../describe/model/metadata-uri.ts";
import { readLinks } from "../../describe/model/read-links.ts";
import type { ProposedCall } from "./propose-plan.ts";

/** What somebody would have a network say of itself, as typed. */
export interface TypedDescription {
  readonly about: string;
  /** A URI; empty without a picture. */
  readonly image: string;
  /** One a line. */
  readonly links: string;
}

/** The call that changes a network's description, or what is wrong. */
export interface DescriptionRead {
  /** All but the picture, for the room that is left for it. */
  readonly words: Omit<Metadata, "image">;
  readonly errors: { readonly about?: string; readonly links?: string };
  /** Undefined while something is wrong or nothing is changed. */
  readonly call: ProposedCall | undefined;
}

/** What a network says now, as one would have typed it. */
export function descriptionAsTyped({ description, image, links }: NetworkMetadata): TypedDescription {
  return { about: description, image, links: links.join("\n") };
}

/** Reads what was typed by the contract's bound and the rules for links. */
export function readDescriptionCall(
  network: TokenInfo,
  before: NetworkMetadata,
  typed: TypedDescription,
): DescriptionRead {
  const links = readLinks(typed.links);
  const words = { name: network.name, description: typed.about.trim(), links: links.ok ? links.links : [] };
  const metadata = { ...words, image: typed.image };
  const bytes = metadataUriBytes(metadata);
  const errors = {
    ...(bytes > MOST_URI_BYTES && {
      about: `It has ${bytes} bytes with its picture, and ${MOST_URI_BYTES} fit. Shorten it, or choose a smaller picture.`,
    }),
    ...(!links.ok && { links: links.reason }),
  };
  const same =
    metadataUri(metadata) === metadataUri({ ...before, name: network.name, description: before.description.trim() });
  if (same || Object.keys(errors).length > 0) return { words, errors, call: undefined };
  const calldata = encodeFunctionData({
    abi: networkTokenAbi,
    functionName: "setContractURI",
    args: [metadataUri(metadata)],
  });
  return { words, errors, call: { target: network.address, calldata } };
}
