import "@fontsource-variable/inter/index.css";
import "./mantine.css";
import "./tokens.css";
import "./global.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { setViewerLocale } from "../format/viewer-locale.js";
import { TipLayer } from "../ui/tip-layer.js";
import { applyBranding } from "../features/branding/apply-branding.js";
import { brandingQuery } from "../features/branding/branding-query.js";
import { brand } from "./brand.js";
import { buildDocumentTitle } from "../ui/build-document-title.js";
import { buildQueryClient } from "./build-query-client.js";
import { buildRouter } from "./router.js";
import { theme } from "./theme.js";

setViewerLocale(navigator.languages);
const queryClient = buildQueryClient(
  () => void router.navigate({ to: "/sign-in", search: { next: location.pathname + location.search } }),
);
const router = buildRouter(queryClient);
queryClient.getQueryCache().subscribe(({ query }) => {
  const found =
    query.queryKey[0] === brandingQuery.queryKey[0] ? queryClient.getQueryData(brandingQuery.queryKey) : undefined;
  if (found !== undefined) applyBranding(document, found);
});
void queryClient.ensureQueryData(brandingQuery).catch(() => {
  document.documentElement.dataset["product"] = brand.productName;
  document.title = buildDocumentTitle(document.documentElement.dataset);
});
const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");

// After an update of the product, parts of the old pages are gone: the new ones are loaded, once.
window.addEventListener("vite:preloadError", (event) => {
  const key = "watchfloor.reloaded";
  if (performance.now() < 10_000 && history.state?.[key] === true) return;
  event.preventDefault();
  history.replaceState({ ...history.state, [key]: true }, "");
  location.reload();
});

/** What is not there by then is waited for in sight. */
const patienceMs = 500;

// TRICKY: React keeps what it shows in place of a part that is not there for 300 ms at least. Measured: the page was drawn 350 ms earlier when it is
// drawn only once its code and the person are there.
await Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" deduplicateInlineStyles>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <TipLayer />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
