// npm run build: compiles the workspaces and builds the pages, only what changed.
import { prepare } from "./prepare/prepare.mjs";

await prepare();
