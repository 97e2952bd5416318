import { expect, test } from "vitest";
import * as api from "./index.ts";

test("what the package offers", () => {
  expect(Object.keys(api).sort()).toEqual([
    "IndexerError",
    "ManifestError",
    "QueryFailedError",
    "RedeployError",
    "RpcError",
    "UnsupportedFeatureError",
    "WaitError",
    "printApiSchema",
    "startIndexer",
  ]);
});
