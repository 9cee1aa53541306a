import type { Names } from "../../registry/build-names.js";
import type { FeedRow } from "./feeds-query.js";
import { groupQuietFeeds } from "./group-quiet-feeds.js";

const echo = (_: string, id: string): string => id;
const names: Names = {
  client: (id) => id,
  region: echo,
  store: (_, id) => `Store ${id}`,
  channel: echo,
  partner: echo,
  workflow: echo,
  limitSeconds: () => null,
};
const options = { names, timeZone: "UTC", now: new Date("2026-11-21T08:10:00Z") };

function feed(source: string, store: string | null, silentSeconds: number | null): FeedRow {
  const isQuiet = silentSeconds === null || silentSeconds > 600;
  const state = silentSeconds === null ? "NEVER_SEEN" : isQuiet ? "STALE" : "OK";
  const newestAt = silentSeconds === null ? null : new Date(options.now.getTime() - silentSeconds * 1000).toISOString();
  return {
    client: "a",
    source,
    store,
    channel: null,
    partner: null,
    state,
    newestAt,
    receivedAt: null,
    isExpectedNow: true,
    cadenceSeconds: 300,
    cadenceFrom: "LEARNED",
    silentSeconds,
  };
}

const titles = (feeds: readonly FeedRow[]): readonly string[] =>
  groupQuietFeeds(feeds, options).map((group) => group.title);

describe("groupQuietFeeds", () => {
  it("tells a silent store as one line, with the last time it was heard", () => {
    const groups = groupQuietFeeds(
      [feed("pos", "117", 3_120), feed("inventory", "117", 3_200), feed("pos", "118", 10)],
      options,
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      title: "Store 117 is silent",
      detail: "inventory, pos, last event 07:18",
      silentSeconds: 3_120,
      store: "117",
    });
  });

  it("names the feed when the rest of the store is heard", () => {
    expect(titles([feed("pos", "117", 3_120), feed("inventory", "117", 10)])).toEqual(["Store 117: pos is silent"]);
  });

  it("tells a source that fails in many stores as one line", () => {
    const feeds = ["1", "2", "3", "4"].flatMap((store) => [feed("pricing", store, 900), feed("pos", store, 10)]);
    expect(titles(feeds)).toEqual(["pricing is silent in 4 stores"]);
  });

  it("puts what was never seen first, then the longest silence", () => {
    expect(titles([feed("erp", null, 900), feed("crm", null, null), feed("wms", null, 1_900)])).toEqual([
      "a crm is silent",
      "a wms is silent",
      "a erp is silent",
    ]);
  });

  it("is empty when everything is heard", () => {
    expect(titles([feed("pos", "1", 10)])).toEqual([]);
  });
});
