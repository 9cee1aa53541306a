import { fileURLToPath } from "node:url";

/** packFile gives the path of a file of a pack that comes with the product, wherever the process runs. */
export function packFile(pack: "demo", name: string): string {
  return fileURLToPath(new URL(`../../packs/${pack}/${name}`, import.meta.url));
}
