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

/** preloadFont asks for the letters together with the code: letters that come after the first words change their width, and everything moves. */
function preloadFont(): Plugin {
  return {
    name: "preload-font",
    apply: "build",
    transformIndexHtml(_html, { bundle }) {
      const font = Object.keys(bundle ?? {}).find((name) => /inter-latin-wght-normal-[^/]*\.woff2$/.test(name));
      if (font === undefined) throw new Error("the font of the pages is not among the assets");
      const attrs = { rel: "preload", as: "font", type: "font/woff2", href: `/${font}`, crossorigin: true };
      return [{ tag: "link", attrs, injectTo: "head" }];
    },
  };
}

/**
 * What four pages or more are made of is one file: measured on Live, 15 files of 240 KiB gzipped instead of 71 of 257, because small files compress badly.
 * Charts and pictures stay files of their own, which no page waits for.
 */
const codeSplitting = {
  groups: [{ name: "shared", minShareCount: 4, test: (id: string) => !/recharts|d3-|victory|reduxjs|immer/.test(id) }],
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadFont(), precompress()],
  build: {
    outDir: "dist",
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting } },
  },
  server: { port: 5173, proxy: { "/graphql": { target: api, ws: true }, "^/reports/[^/]+/[^/]+$": { target: api } } },
});
