import { readDeliveryFilter } from "./delivery-search.js";

it.each([
  [{}, { contact: null, state: null, incident: null }],
  [
    { state: "dead", contact: "c", open: "d" },
    { contact: "c", state: "DEAD", incident: null },
  ],
  [
    { state: "nonsense", incident: "i" },
    { contact: null, state: null, incident: "i" },
  ],
])("%j asks for %j", (search, filter) => expect(readDeliveryFilter(search)).toEqual(filter));
