import * as v from "valibot";

/** An address in lower case; anything else in a link counts as not said. */
const address = v.fallback(
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^0x[0-9a-fA-F]{40}$/),
      v.transform((text) => text.toLowerCase() as `0x${string}`),
    ),
  ),
  undefined,
);

/** The state of the portfolio page: whose it is, when it is not the connected account's. */
export const portfolioSearchSchema = v.object({ account: address });

/** The state of the portfolio page, as its link carries it. */
export type PortfolioSearch = v.InferOutput<typeof portfolioSearchSchema>;
