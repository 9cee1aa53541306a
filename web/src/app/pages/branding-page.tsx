import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { buildBrandingDraft, type BrandingDraft } from "../../features/branding/branding-draft.js";
import { BrandingForm } from "../../features/branding/branding-form.js";
import { BrandingPreview } from "../../features/branding/branding-preview.js";
import { brandingQuery } from "../../features/branding/branding-query.js";
import { brandingSettingsQuery } from "../../features/branding/branding-settings-query.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { PageTitle } from "../../ui/page-title.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

/** BrandingPage lets administrators say what the product is called and how it looks. */
export function BrandingPage(): ReactNode {
  const { me } = useWorkspace();
  return (
    <>
      <PageTitle title="Branding" note="what the product is called here, and how it looks" />
      {me.role === "ADMINISTRATOR" ? (
        <BrandingSettings />
      ) : (
        <div style={{ gridColumn: "1 / -1" }}>
          <EmptyNote title="Administrators set the branding.">Ask one of yours to change it.</EmptyNote>
        </div>
      )}
    </>
  );
}

function BrandingSettings(): ReactNode {
  const saved = useQuery(brandingSettingsQuery);
  const shown = useQuery(brandingQuery).data;
  const [changed, setChanged] = useState<BrandingDraft | null>(null);
  const start = shown === undefined ? null : buildBrandingDraft(saved.data ?? null, shown);
  const draft = changed ?? start;
  return (
    <>
      <Panel title="What people see" span={7}>
        <QueryFrame query={saved} what="the branding" skeleton={<SkeletonRows rows={8} height={66} />}>
          {(settings) =>
            draft === null ? (
              <SkeletonRows rows={8} height={66} />
            ) : (
              <BrandingForm
                draft={draft}
                isSaved={settings !== null}
                onChange={setChanged}
                onSaved={() => setChanged(null)}
              />
            )
          }
        </QueryFrame>
      </Panel>
      <Panel title="Preview" note="also of what is not saved yet" span={5}>
        {draft === null ? <SkeletonRows rows={6} height={33} /> : <BrandingPreview draft={draft} />}
      </Panel>
    </>
  );
}
