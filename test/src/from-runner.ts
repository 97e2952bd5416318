/**
 * What `run-browser-tests.ts` tells the tests by the environment.
 *
 * @throws when the tests were started otherwise.
 */
export function fromRunner(name: "WEFT_STACKS_URL" | "WEFT_BROWSER" | "WEFT_RESULTS"): string {
  const value = process.env[name];
  if (value === undefined || value === "") {
    throw new Error(
      `${name} is not set: run the browser tests with \`npm test -- --only e2e\`, which prepares what they need.`,
    );
  }
  return value;
}
