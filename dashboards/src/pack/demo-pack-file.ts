import { fileURLToPath } from "node:url";

/** demoPackFile gives the path of a file of the demonstration pack, wherever the process runs. */
export function demoPackFile(name: string): string {
  return fileURLToPath(new URL(`../../packs/demo/${name}`, import.meta.url));
}
