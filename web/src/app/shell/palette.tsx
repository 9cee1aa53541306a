import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { buildPlaceItems } from "../../features/palette/build-place-items.js";
import { CommandPalette } from "../../features/palette/command-palette.js";
import type { PaletteItem } from "../../features/palette/palette-item.js";
import { useViews } from "../../features/views/use-views.js";
import { catalogQuery } from "../../metrics/catalog-query.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { pageLinks } from "./page-links.js";
import { useActions } from "./use-actions.js";

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMap: () => void;
}

/** Palette puts together what the command palette offers: pages, saved views, actions, the network and the catalogue. */
export function Palette(props: PaletteProps): ReactNode {
  const { registry, names } = useWorkspace();
  const { views } = useViews(props.isOpen);
  const catalogue = useQuery({ ...catalogQuery, enabled: props.isOpen });
  const { history } = useRouter();
  const navigate = useNavigate();
  const actions = useActions(props.onMap);
  const places = useMemo(
    () =>
      buildPlaceItems(registry, names, {
        openStore: (client, store) => void navigate({ to: "/stores/$client/$store", params: { client, store } }),
        openWorkflow: (client, workflow) =>
          void navigate({ to: "/runs", search: { workflow: `${client}/${workflow}` } }),
        openClient: (client) => void navigate({ to: "/clients/$client", params: { client } }),
        openChannel: (client, channel) =>
          void navigate({ to: "/channels/$client/$channel", params: { client, channel } }),
        openPartner: (client, partner) =>
          void navigate({ to: "/partners/$client/$partner", params: { client, partner } }),
      }),
    [registry, names, navigate],
  );
  const metrics = useMemo(
    () =>
      (catalogue.data ?? []).map((metric): PaletteItem => ({
        key: `metric ${metric.id}`,
        kind: "Metric",
        title: metric.title,
        note: metric.family,
        words: metric.id,
        run: () => void navigate({ to: "/catalogue/$id", params: { id: metric.id } }),
      })),
    [catalogue.data, navigate],
  );
  const items = [
    ...pageLinks.map((page): PaletteItem => ({
      key: `page ${page.to}`,
      kind: "Page",
      title: page.title,
      note: `g ${page.key}`,
      words: "",
      run: () => void navigate({ to: page.to }),
    })),
    ...views.map((view): PaletteItem => ({
      key: `view ${view.id}`,
      kind: "Saved view",
      title: view.title,
      note: "",
      words: view.address,
      run: () => history.push(view.address),
    })),
    ...actions,
    ...places,
    ...metrics,
  ];
  const find = (text: string): void => void navigate({ to: "/runs", search: { find: text } });
  return <CommandPalette isOpen={props.isOpen} items={items} onFind={find} onClose={props.onClose} />;
}
