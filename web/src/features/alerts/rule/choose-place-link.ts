import type { AlertLabel } from "./render-labels.js";

/** PlaceLink is the page of the place that labels name. */
export type PlaceLink =
  | { readonly to: "/stores/$client/$store"; readonly params: { readonly client: string; readonly store: string } }
  | {
      readonly to: "/channels/$client/$channel";
      readonly params: { readonly client: string; readonly channel: string };
    }
  | {
      readonly to: "/partners/$client/$partner";
      readonly params: { readonly client: string; readonly partner: string };
    }
  | {
      readonly to: "/promotions/$client/$change";
      readonly params: { readonly client: string; readonly change: string };
    }
  | { readonly to: "/clients/$client"; readonly params: { readonly client: string } };

/** choosePlaceLink leads to the narrowest place of labels that has a page of its own; null when they name none. */
export function choosePlaceLink(labels: readonly AlertLabel[]): PlaceLink | null {
  const of = (wanted: string): string => labels.find(({ name }) => name === wanted)?.value ?? "";
  const [client, store, channel, partner, change] = ["client", "store", "channel", "partner", "change"].map(of);
  if (!client) return null;
  if (store) return { to: "/stores/$client/$store", params: { client, store } };
  if (partner) return { to: "/partners/$client/$partner", params: { client, partner } };
  if (channel) return { to: "/channels/$client/$channel", params: { client, channel } };
  if (change) return { to: "/promotions/$client/$change", params: { client, change } };
  return { to: "/clients/$client", params: { client } };
}
