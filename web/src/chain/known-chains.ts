/** What people call a chain, where they look things up, and the coin that pays its fees. */
export interface KnownChain {
  readonly name: string;
  readonly coin: { readonly name: string; readonly symbol: string };
  readonly explorer?: { readonly name: string; readonly url: string };
}

const ETHER = { name: "Ether", symbol: "ETH" } as const;

/** Chains that wallets are likely to be on, by id. */
export const KNOWN_CHAINS: ReadonlyMap<number, KnownChain> = new Map<number, KnownChain>([
  [1, { name: "Ethereum", coin: ETHER, explorer: { name: "Etherscan", url: "https://etherscan.io" } }],
  [10, { name: "OP Mainnet", coin: ETHER, explorer: { name: "Etherscan", url: "https://optimistic.etherscan.io" } }],
  [
    56,
    {
      name: "BNB Smart Chain",
      coin: { name: "BNB", symbol: "BNB" },
      explorer: { name: "BscScan", url: "https://bscscan.com" },
    },
  ],
  [
    100,
    {
      name: "Gnosis",
      coin: { name: "xDAI", symbol: "XDAI" },
      explorer: { name: "Gnosisscan", url: "https://gnosisscan.io" },
    },
  ],
  [
    137,
    {
      name: "Polygon",
      coin: { name: "POL", symbol: "POL" },
      explorer: { name: "PolygonScan", url: "https://polygonscan.com" },
    },
  ],
  [8453, { name: "Base", coin: ETHER, explorer: { name: "Basescan", url: "https://basescan.org" } }],
  [42161, { name: "Arbitrum One", coin: ETHER, explorer: { name: "Arbiscan", url: "https://arbiscan.io" } }],
  [11155111, { name: "Sepolia", coin: ETHER, explorer: { name: "Etherscan", url: "https://sepolia.etherscan.io" } }],
  [31337, { name: "Local", coin: ETHER }],
]);
