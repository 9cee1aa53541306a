import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ClassPanel } from "../../features/exception-list/class-panel.js";
import type { ExceptionChange } from "../../features/exception-list/exception-filters.js";
import { ExceptionListPanel } from "../../features/exception-list/exception-list-panel.js";
import { exceptionPagesQuery } from "../../features/exception-list/exception-list-query.js";
import { AfterFirst } from "../../ui/after-first.js";
import { PageTitle } from "../../ui/page-title.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

/** ExceptionsPage lists what people must look at, ordered by severity with its parts. */
export function ExceptionsPage(): ReactNode {
  const search = useSearch({ from: "/shell/exceptions" });
  const navigate = useNavigate({ from: "/exceptions" });
  const change = (parts: ExceptionChange): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false });
  const { filter, range } = useWorkspace();
  // Below the list, on a narrow screen, where it ends only once it is there.
  const { isPending } = useInfiniteQuery(exceptionPagesQuery({ search, filter, range }));
  return (
    <>
      <PageTitle title="Exceptions" note="what must be looked at, with how bad it is and why" />
      <ExceptionListPanel search={search} onChange={change} />
      <AfterFirst isReady={!isPending}>
        <ClassPanel search={search} onChange={change} />
      </AfterFirst>
    </>
  );
}
