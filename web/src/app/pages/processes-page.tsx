import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "../../features/processes/processes.module.css";
import { EmptyNote } from "../../ui/empty-note.js";
import { PageTitle } from "../../ui/page-title.js";
import { Panel } from "../../ui/panel.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

/** ProcessesPage lists the workflows in scope; each leads to how its runs go. */
export function ProcessesPage(): ReactNode {
  const { registry, names, scope } = useWorkspace();
  const inScope = registry.workflows.filter(
    ({ client }) => scope.clients.length === 0 || scope.clients.includes(client),
  );
  const ids = [...new Set(inScope.map(({ id }) => id))];
  const cards = ids
    .map((id) => {
      const own = inScope.filter((entry) => entry.id === id);
      return { id, title: own[0]?.title ?? id, clients: own.map(({ client }) => names.client(client)) };
    })
    .sort((a, b) => a.title.localeCompare(b.title));
  return (
    <>
      <PageTitle title="Processes" note="how runs really go: variants, time, rework, deviations" />
      <Panel title="Workflows" note={`${cards.length}`}>
        {cards.length === 0 ? (
          <EmptyNote title="No workflow is known yet.">
            A workflow is known from its first event on, or from a network definition.
          </EmptyNote>
        ) : (
          <ul className={classes.cards}>
            {cards.map((card) => (
              <li key={card.id}>
                <Link className={classes.card ?? ""} to="/processes/$workflow" params={{ workflow: card.id }}>
                  <b>{card.title}</b>
                  <span>{card.clients.length > 3 ? `${card.clients.length} clients` : card.clients.join(", ")}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
