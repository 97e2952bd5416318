import { expect, it } from "vitest";
import { snakeCase } from "./snake-case.ts";

it.each([
  ["totalValueLockedUSD", "total_value_locked_usd"],
  ["token0Price", "token_0_price"],
  ["sqrtPriceX96", "sqrt_price_x96"],
  ["feeGrowthGlobal0X128", "fee_growth_global_0x128"],
  ["volume24h", "volume_2_4h"],
  ["h24Volume", "h_24_volume"],
  ["a1b", "a_1b"],
  ["Ab1C2", "ab_1c2"],
  ["tokenURI", "token_uri"],
  ["isERC20", "is_erc20"],
  ["ERC20Token", "erc20_token"],
  ["ABCDef", "abc_def"],
  ["_a", "a"],
  ["a__b", "a_b"],
  ["open_", "open"],
  ["open", "open"],
])("%s is %s", (name, expected) => {
  expect(snakeCase(name)).toBe(expected);
});
