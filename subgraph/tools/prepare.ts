// Writes subgraph.yaml for one chain: `node tools/prepare.ts [<chain id>]`, 31337 if none is given.
import { LOCAL_CHAIN, readBuildFacts } from "./manifest-facts.ts";
import { writeManifest } from "./write-manifest.ts";

writeManifest("subgraph.yaml", readBuildFacts(process.argv[2] ?? LOCAL_CHAIN));
