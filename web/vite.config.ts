import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = "http://127.0.0.1:8080";
const directory = join(import.meta.dirname, "dist");

/** precompress writes a .br and a .gz beside every text asset, so that the server never compresses the same file twice. */
function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    closeBundle() {
      // After a failed build there is nothing to compress, and the fault that is told is the one that matters.
      if (!existsSync(join(directory, "assets"))) return;
      for (const name of readdirSync(join(directory, "assets")).filter((entry) => /\.(js|css|svg)$/.test(entry))) {
        const path = join(directory, "assets", name);
        const text = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      }
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompress()],
  build: { outDir: "dist", target: "es2022", sourcemap: false, chunkSizeWarningLimit: 700 },
  server: { port: 5173, proxy: { "/graphql": { target: api, ws: true }, "^/reports/[^/]+/[^/]+$": { target: api } } },
});
