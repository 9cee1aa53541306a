import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readBuildRecord, writeBuildRecord } from "./build-record.mjs";
import { hashContent } from "./hash-content.mjs";
import { listFiles } from "./list-files.mjs";
import { ROOT } from "./root.mjs";

const NOT_BUILT = /\.(spec|int-spec)\.tsx?$|\.md$/;

/** buildWeb runs the page build of `web` when its sources, the schema or the packages changed. Returns whether it ran. */
export function buildWeb() {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "web/package.json"), "utf8"));
  if (scripts?.build === undefined) return false;
  const inputs = [
    ...listFiles(join(ROOT, "web")),
    join(ROOT, "server/schema.graphql"),
    join(ROOT, "package-lock.json"),
  ];
  const existing = inputs.filter((file) => existsSync(file) && !NOT_BUILT.test(file));
  const fingerprint = hashContent(...existing.flatMap((file) => [relative(ROOT, file), readFileSync(file)]));
  const isBuilt = existsSync(join(ROOT, "web/dist/index.html"));
  if (isBuilt && readBuildRecord("web").fingerprint === fingerprint) return false;

  const answer = spawnSync("npm", ["run", "-s", "build", "-w", "web"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  if (answer.status !== 0) throw new Error(`The build of web failed:\n${answer.stdout ?? ""}${answer.stderr ?? ""}`);
  writeBuildRecord("web", { fingerprint });
  return true;
}
