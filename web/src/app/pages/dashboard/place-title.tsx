import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Definition } from "../../../features/dashboard/dashboard-query.js";
import type { FixedPlaces } from "../../../features/dashboard/frame/use-page-state.js";
import { storeWallQuery } from "../../../features/store-wall/store-wall-query.js";
import { wallStates } from "../../../features/store-wall/wall-state.js";
import { formatCode } from "../../../format/format-code.js";
import { PageTitle } from "../../../ui/page-title.js";
import { StateShape, stateWords } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

interface PlaceTitleProps {
  readonly definition: Definition;
  readonly places: FixedPlaces;
  readonly actions?: ReactNode;
}

/** PlaceTitle names what a page is about: a store with its state, a client, a channel or a partner, each with what it belongs to. */
export function PlaceTitle(props: PlaceTitleProps): ReactNode {
  const { names, registry, filter } = useWorkspace();
  const client = props.places.client ?? filter.clients?.[0] ?? "";
  const { channel, partner } = props.places;
  const store =
    props.places.store ??
    (props.definition.variables.some(({ name, isRequired }) => name === "STORE" && isRequired)
      ? filter.stores?.[0]
      : undefined);
  const title = (text: string, note: string): ReactNode => (
    <PageTitle title={text} note={note}>
      {props.actions}
    </PageTitle>
  );
  if (store !== undefined) return <StoreTitle {...props} client={client} store={store} />;
  if (partner !== undefined) {
    const kind = registry.partners.find((one) => one.client === client && one.id === partner)?.kind;
    return title(
      names.partner(client, partner),
      [kind === undefined ? "" : formatCode(kind), names.client(client)].filter((word) => word !== "").join(" of "),
    );
  }
  if (channel !== undefined) return title(names.channel(client, channel), `Channel of ${names.client(client)}`);
  return title(client === "" ? props.definition.title : names.client(client), props.definition.description);
}

function StoreTitle(props: PlaceTitleProps & { client: string; store: string }): ReactNode {
  const { names, registry } = useWorkspace();
  const { client, store } = props;
  const query = useQuery(storeWallQuery({ clients: [client], stores: [store] }));
  const standing = query.data?.find((entry) => entry.client === client && entry.store === store);
  const region = registry.stores.find((entry) => entry.client === client && entry.id === store)?.region;
  const place =
    region === undefined ? names.client(client) : `${names.region(client, region)}, ${names.client(client)}`;
  const shape = { title: names.store(client, store), note: `${place}: breached. 12 runs are past their deadline` };
  if (standing === undefined)
    return (
      <PageTitle title={names.store(client, store)} note={place} shape={shape}>
        {props.actions}
      </PageTitle>
    );
  const state = wallStates[standing.state];
  return (
    <PageTitle
      title={
        <>
          <StateShape state={state} label={stateWords[state]} /> {standing.title}
        </>
      }
      note={`${place}: ${stateWords[state]}${standing.reason === "" ? "" : `. ${standing.reason}`}`}
      shape={shape}
    >
      {props.actions}
    </PageTitle>
  );
}
