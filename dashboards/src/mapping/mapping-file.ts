import { fileURLToPath } from "node:url";

/** mappingFile gives the path of a mapping that comes with the product, wherever the process runs. */
export function mappingFile(name: string): string {
  return fileURLToPath(new URL(`../../mappings/${name}.mapping.yaml`, import.meta.url));
}
