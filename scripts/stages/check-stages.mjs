import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../prepare/root.mjs";

const bin = (name) => join(ROOT, "node_modules/.bin", name);

/** CHECK_STAGES: what `npm run check` looks at besides the tests, the quickest answers first. */
export const CHECK_STAGES = [
  { title: "format", command: bin("prettier"), args: ["--check", "--log-level=warn", "."], limitSeconds: 120 },
  {
    title: "lint",
    command: bin("eslint"),
    args: ["--cache", "--cache-location", ".cache/eslint", "."],
    limitSeconds: 240,
  },
  { title: "types", command: bin("tsc"), args: ["-p", "tsconfig.json"], limitSeconds: 240 },
  {
    title: "types of web",
    command: bin("tsc"),
    args: ["-p", "web/tsconfig.json", "--noEmit"],
    limitSeconds: 240,
    needs: "web/tsconfig.json",
  },
  {
    title: "import rules",
    command: bin("depcruise"),
    args: ["--config", ".dependency-cruiser.cjs", "--output-type", "err", "."],
    limitSeconds: 120,
  },
].filter((stage) => stage.needs === undefined || existsSync(join(ROOT, stage.needs)));
