import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { AlertTemplatePreviewQuery } from "../../../graphql/operations.js";
import { Choice } from "../../../ui/choice.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import filters from "../../../ui/filters.module.css";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame, type FramedQuery } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { StateShape } from "../../../ui/state-shape.js";
import { choosePreview, nameChannel, shapePreviews, type PreviewCase, type PreviewMessage } from "./shape-previews.js";
import { templateIncidentsQuery } from "./templates-query.js";
import classes from "./templates.module.css";

/** PreviewSearch is what the address says of a preview: the case, and an incident it is tried on. */
export interface PreviewSearch {
  readonly sample?: string | undefined;
  readonly incident?: string | undefined;
}

type Preview = Extract<AlertTemplatePreviewQuery["alertTemplatePreview"], { __typename: "AlertTemplatePreview" }>;

interface PreviewPanelProps {
  readonly query: FramedQuery<Preview>;
  /** isSettling = somebody types: what is shown is of a moment ago. */
  readonly isSettling: boolean;
  readonly search: PreviewSearch;
  readonly onSearch: (change: PreviewSearch) => void;
}

/** PreviewPanel shows what readers of each channel would see. */
export function PreviewPanel(props: PreviewPanelProps): ReactNode {
  const { query, search, onSearch } = props;
  // While one types the answer before stands, as it is: fading it with every letter would flicker.
  const steady = { ...query, isPlaceholderData: false };
  return (
    <Panel title="What people would see" note={props.isSettling || query.isPlaceholderData ? "writing" : ""}>
      <QueryFrame query={steady} what="the preview" skeleton={<SkeletonRows rows={6} height={40} />}>
        {({ messages }) => {
          const cases = shapePreviews(messages);
          const chosen = choosePreview(cases, search.sample);
          return (
            <>
              <PreviewChoices cases={cases} chosen={chosen} search={search} onSearch={onSearch} />
              {chosen?.messages.map((message) => <Message key={message.channel} message={message} />) ?? (
                <EmptyNote title="No channel is sent words in this case." />
              )}
            </>
          );
        }}
      </QueryFrame>
    </Panel>
  );
}

function PreviewChoices(props: {
  cases: readonly PreviewCase[];
  chosen: PreviewCase | undefined;
  search: PreviewSearch;
  onSearch: (change: PreviewSearch) => void;
}): ReactNode {
  const { data: incidents = [] } = useQuery(templateIncidentsQuery);
  const { cases, chosen, search, onSearch } = props;
  return (
    <div className={filters.filters}>
      <Choice
        label="Case"
        value={chosen?.id.toLowerCase() ?? ""}
        options={cases.map(({ id, words, isCut }) => ({
          id: id.toLowerCase(),
          words: isCut ? `${words} (cut)` : words,
        }))}
        onChoose={(sample) => onSearch({ sample })}
      />
      <Choice
        label="Incident to try it on"
        value={search.incident ?? ""}
        options={[
          { id: "", words: "No incident of yours" },
          ...incidents.map(({ id, title, store, partner, channel, client }) => {
            const place = store ?? partner ?? channel ?? client;
            return { id, words: place === null ? title : `${title}, ${place}` };
          }),
        ]}
        onChoose={(incident) => onSearch({ incident, sample: incident === undefined ? undefined : "incident" })}
      />
    </div>
  );
}

function Message({ message }: { message: PreviewMessage }): ReactNode {
  const { channel, title, text, isCut, empty } = message;
  return (
    <article className={classes.message} aria-label={nameChannel(channel)}>
      <h3>{nameChannel(channel)}</h3>
      <p dir="auto" className={classes.title}>
        {title}
      </p>
      {text === "" ? null : (
        // It scrolls by itself, so the keyboard must be able to reach it.
        <div tabIndex={0} role="region" aria-label={`Text for ${nameChannel(channel)}`} className={classes.text}>
          {text.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        </div>
      )}
      {isCut ? (
        <p className={classes.hint}>
          <StateShape state="risk" /> {nameChannel(channel)} takes less than this says: the end is cut.
        </p>
      ) : null}
      {empty.length === 0 ? null : <p className={classes.hint}>Empty here: {empty.join(", ")}.</p>}
    </article>
  );
}
