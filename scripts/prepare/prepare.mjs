import { checkNode } from "./check-node.mjs";
import { installPackages } from "./install-packages.mjs";

/** prepare makes a checkout ready to run: Node is new enough, packages are there, the output equals the sources. */
export async function prepare({ shouldBuildWeb = true } = {}) {
  checkNode();
  installPackages();
  const startedAt = Date.now();
  const { compileSources } = await import("./compile-sources.mjs");
  const { buildWeb } = await import("./build-web.mjs");
  try {
    const compiled = await compileSources();
    const isWebBuilt = shouldBuildWeb && buildWeb();
    if (compiled > 0 || isWebBuilt) {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      console.log(`Built ${compiled} files${isWebBuilt ? " and the pages" : ""} in ${seconds} s.`);
    }
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exit(1);
  }
}
