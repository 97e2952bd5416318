import { IndexerError, type IndexerErrorOptions } from "./indexer-error.ts";

/** A build that cannot be read: names the place in the manifest or the file that is wrong. */
export class ManifestError extends IndexerError {
  override name = "ManifestError";
  /** Where, such as `dataSources[0].mapping.file`. */
  readonly place: string;

  constructor(place: string, problem: string, options: IndexerErrorOptions = {}) {
    super(`${place}: ${problem}`, options);
    this.place = place;
  }
}

/** A build that needs something this indexer leaves out. */
export class UnsupportedFeatureError extends ManifestError {
  readonly feature: string;

  constructor(place: string, feature: string, hint = "Run this subgraph on graph-node, or remove the feature.") {
    super(place, `${feature} is not supported by this indexer. ${hint}`);
    this.feature = feature;
  }
}
