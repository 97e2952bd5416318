import { HopFailed, Settled } from "../../generated/Settlement/Settlement";
import { createFailedHop } from "../store/failed-hop";
import { createSettlement } from "../store/settlement";

export function handleSettled(event: Settled): void {
  createSettlement(event);
}

export function handleHopFailed(event: HopFailed): void {
  createFailedHop(event);
}
