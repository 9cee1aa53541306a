import { buildNames } from "../../registry/build-names.js";
import { describeWhyFilter } from "./describe-why-filter.js";

const names = buildNames({
  clients: [{ id: "northmart", title: "Northmart", timeZone: null, currency: null }],
  regions: [{ client: "northmart", id: "nw", title: "North-West" }],
  stores: [{ client: "northmart", id: "0117", title: "0117 Lübeck", region: "nw" }],
  channels: [],
  partners: [],
  workflows: [{ client: "northmart", id: "price-sync", title: "Price sync", limitSeconds: null }],
});

it("says titles where the client is known", () => {
  const filter = { clients: ["northmart"], stores: ["0117"], workflows: ["price-sync"] };
  expect(describeWhyFilter(filter, names)).toEqual(["client Northmart", "store 0117 Lübeck", "workflow Price sync"]);
});

it("reads the client out of the id", () => {
  expect(describeWhyFilter({ stores: ["northmart/0117"] }, names)).toEqual(["store 0117 Lübeck"]);
});

it("says ids where it cannot know better, none for what has no value, and cuts long lists", () => {
  const filter = {
    stores: ["1", "2", "3", "4", "5", "6"],
    channels: [""],
    exceptionClasses: ["price_conflict"],
    attributes: [{ name: "promotion", value: "a" }],
  };
  expect(describeWhyFilter(filter, names)).toEqual([
    "store 1, 2, 3, 4 and 2 more",
    "no channel",
    "exception class Price conflict",
    "promotion = a",
  ]);
});
