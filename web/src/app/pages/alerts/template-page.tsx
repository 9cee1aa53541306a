import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { TemplateEditor } from "../../../features/alerts/templates/template-editor.js";
import { findTemplateMedium } from "../../../features/alerts/templates/template-media.js";
import {
  templatesQuery,
  templateWordsQuery,
  type Template,
} from "../../../features/alerts/templates/templates-query.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** TemplatePage writes how messages to one kind of channel read. */
export function TemplatePage(): ReactNode {
  const { template: id } = useParams({ from: "/shell/alerts/templates/$template" });
  const { me } = useWorkspace();
  const search = useSearch({ from: "/shell/alerts/templates/$template" });
  const navigate = useNavigate({ from: "/alerts/templates/$template" });
  const words = useQuery(templateWordsQuery);
  const begun = useBegun(id);
  const isReady = words.data !== undefined && (id === "new" || begun.template !== null);
  if (isReady)
    return (
      <TemplateEditor
        key={id}
        template={begun.template}
        medium={findTemplateMedium(begun.template?.medium ?? search.medium)}
        words={words.data}
        mayChange={me.role === "ADMINISTRATOR"}
        search={search}
        onSearch={(change) =>
          void navigate({ search: (previous) => ({ ...previous, ...change }), resetScroll: false, replace: true })
        }
      />
    );
  return (
    <AlertsFrame title="Template">
      <Panel title="Wording">
        <QueryFrame query={words} what="the names" skeleton={<SkeletonRows rows={10} height={40} />}>
          {() => (
            <QueryFrame query={begun.query} what="the template" skeleton={<SkeletonRows rows={10} height={40} />}>
              {() => (
                <EmptyNote title="There is no such template.">It may have been deleted. Look at all of them.</EmptyNote>
              )}
            </QueryFrame>
          )}
        </QueryFrame>
      </Panel>
    </AlertsFrame>
  );
}

/** What one began with stays while one writes: whoever changes it meanwhile is told of when it is saved. */
function useBegun(id: string) {
  const query = useQuery(templatesQuery);
  const [begun, setBegun] = useState<Template | null>(null);
  const found = query.data?.find((each) => each.id === id);
  if (found !== undefined && begun?.id !== id) setBegun(found);
  return { query, template: begun?.id === id ? begun : null };
}
