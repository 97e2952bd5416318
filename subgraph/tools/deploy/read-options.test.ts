import { describe, expect, test } from "vitest";
import { readOptions } from "./read-options.ts";

const read = (line: string, env: Record<string, string> = {}) => readOptions(line.split(" "), env, "1.2.3");

describe("readOptions", () => {
  test("takes a graph node and its IPFS node", () => {
    expect(read("--chain 31337 --node http://127.0.0.1:8020 --ipfs http://127.0.0.1:5001")).toEqual({
      chainId: "31337",
      addresses: undefined,
      name: "weft",
      node: "http://127.0.0.1:8020",
      ipfs: "http://127.0.0.1:5001",
      versionLabel: "v1.2.3",
      deployKey: undefined,
    });
  });

  test("takes the studio, with a key from the environment", () => {
    const options = read("--chain 8453 --name weft-base --version-label first", { GRAPH_DEPLOY_KEY: "key" });
    expect(options).toMatchObject({ name: "weft-base", node: undefined, versionLabel: "first", deployKey: "key" });
  });

  test("a flag counts more than the environment", () => {
    expect(read("--chain 1 --deploy-key given", { GRAPH_DEPLOY_KEY: "other" })?.deployKey).toBe("given");
  });

  test("asks for nothing else when help is wanted", () => {
    expect(read("--help")).toBeUndefined();
  });

  test.each([
    ["--name weft", "--chain is missing"],
    ["--chain base", '--chain is "base"'],
    ["--chain 0x1", '--chain is "0x1"'],
    ["--chain 1 --node localhost:8020 --ipfs http://a", '--node is "localhost:8020"'],
    ["--chain 1 --node http://a", "--ipfs is missing"],
    ["--chain 1 --node http://a --ipfs ftp://a", '--ipfs is "ftp://a"'],
    ["--chain 1 --name a/b/c", '--name is "a/b/c"'],
    ["--chain 1 --nodes http://a", "--nodes"],
  ])("refuses %s", (line, reason) => {
    expect(() => read(line)).toThrow(reason);
  });
});
