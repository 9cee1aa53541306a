export { computeIndependently } from "./metrics/testing/compute-independently.js";
export type { RawException, RawMeasure, RawRow, RawRun } from "./metrics/testing/build-raw-world.js";
