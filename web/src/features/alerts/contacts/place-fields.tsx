import type { ReactNode } from "react";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import dialog from "../../../ui/form-dialog.module.css";
import type { SubscriptionDraft } from "./subscription-draft.js";

type Place = Pick<SubscriptionDraft, "client" | "channel" | "store" | "partner">;

const NOWHERE = { channel: "", store: "", partner: "" } as const;

/** PlaceFields choose where a subscription listens; parts of a client are chosen once the client is. */
export function PlaceFields(props: { draft: Place; onChange: (place: Partial<Place>) => void }): ReactNode {
  const { registry } = useWorkspace();
  const { draft, onChange } = props;
  const ofClient = <Item extends { readonly client: string }>(items: readonly Item[]): readonly Item[] =>
    items.filter(({ client }) => client === draft.client);
  const parts = [
    { name: "store", words: "Store", all: "All stores", items: ofClient(registry.stores) },
    { name: "channel", words: "Channel", all: "All channels", items: ofClient(registry.channels) },
    { name: "partner", words: "Partner", all: "All partners", items: ofClient(registry.partners) },
  ] as const;
  return (
    <fieldset className={dialog.group}>
      <legend>Where</legend>
      <label className={dialog.field}>
        Client
        <select value={draft.client} onChange={(event) => onChange({ client: event.currentTarget.value, ...NOWHERE })}>
          <option value="">All that I may see</option>
          {registry.clients.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {draft.client === "" ? null : (
        <div className={dialog.triple}>
          {parts.map(({ name, words, all, items }) => (
            <label key={name} className={dialog.field}>
              {words}
              <select value={draft[name]} onChange={(event) => onChange({ [name]: event.currentTarget.value })}>
                <option value="">{all}</option>
                {items.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      )}
      {draft.store !== "" || draft.channel !== "" || draft.partner !== "" ? (
        <p className={dialog.help}>
          Alerts about the whole client are not told here: they are about other places, too.
        </p>
      ) : null}
    </fieldset>
  );
}
