import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { CatalogueList } from "../../features/catalogue/catalogue-list.js";
import { PageTitle } from "../../ui/page-title.js";

/** CataloguePage is the catalogue: every number of the product, what it means and how it is computed. */
export function CataloguePage(): ReactNode {
  const { find = "" } = useSearch({ from: "/shell/catalogue" });
  const navigate = useNavigate({ from: "/catalogue" });
  const change = (text: string): void =>
    void navigate({ search: (previous) => ({ ...previous, find: text }), resetScroll: false, replace: true });
  return (
    <>
      <PageTitle title="Metrics" note="every number there is, and how it is computed" />
      <CatalogueList find={find} onFind={change} />
    </>
  );
}
