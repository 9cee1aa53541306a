import { chooseFeeds, type FeedSearch } from "./choose-feeds.js";
import type { FeedRow } from "./feeds-query.js";

const nameOf = (_: string, id: string): string => (id === "0001" ? "Hamburg Altona" : id);
const names = {
  ...{ client: (id: string) => id, region: nameOf, store: nameOf, channel: nameOf },
  ...{ partner: nameOf, workflow: nameOf, limitSeconds: () => null },
};
const feed = (source: string, state: FeedRow["state"], more: Partial<FeedRow> = {}): FeedRow => ({
  ...{ client: "a", source, state, store: null, channel: null, partner: null, newestAt: null, receivedAt: null },
  ...{ cadenceSeconds: 60, cadenceFrom: "DECLARED", silentSeconds: null, isExpectedNow: true },
  ...more,
});
const feeds = [
  feed("pos", "STALE", { store: "0001" }),
  feed("pos", "OK", { store: "0002" }),
  feed("shop", "NEVER_SEEN", { channel: "web" }),
  feed("shop", "LATE", { partner: "merkado" }),
];

describe("chooseFeeds", () => {
  it.each<[FeedSearch, number[]]>([
    [{}, [0, 1, 2, 3]],
    [{ feed: "silent" }, [0, 2]],
    [{ feed: "late" }, [3]],
    [{ feed: "ok", source: "pos" }, [1]],
    [{ feed: "unknown" }, [0, 1, 2, 3]],
    [{ find: " ALTONA" }, [0]],
    [{ find: "merk" }, [3]],
    [{ find: "nothing" }, []],
  ])("%j keeps %j", (search, places) => {
    expect(chooseFeeds(feeds, search, names)).toEqual(places.map((place) => feeds[place]));
  });
});
