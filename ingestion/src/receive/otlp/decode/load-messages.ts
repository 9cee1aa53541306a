import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";

const FILE = fileURLToPath(new URL("../../../../proto/otlp.proto", import.meta.url));

/** loadMessages reads the protobuf messages of the protocol; each can decode and encode. */
export function loadMessages(): { readonly find: (name: string) => protobuf.Type } {
  const root = protobuf.loadSync(FILE);
  return { find: (name) => root.lookupType(`watchfloor.otlp.${name}`) };
}
