// npm start: installs and builds what is missing, then runs every role of the settings in one process.
import { checkNode } from "./prepare/check-node.mjs";

checkNode();
const { prepare } = await import("./prepare/prepare.mjs");
const { runChild } = await import("./child/run-child.mjs");
await prepare();
runChild("dist/start.js", process.argv.slice(2));
