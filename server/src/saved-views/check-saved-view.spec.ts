import { checkSavedView } from "./check-saved-view.js";

it("trims the title and keeps the address as it is", () => {
  expect(checkSavedView("  North-West,   overdue ", "/runs?state=overdue&region=nw")).toEqual({
    title: "North-West, overdue",
    address: "/runs?state=overdue&region=nw",
  });
});

it.each(["", "   ", "x".repeat(81)])("refuses the title %j", (title) => {
  expect(checkSavedView(title, "/")).toMatchObject({ code: "INVALID_TITLE" });
});

it.each([
  ...["", "runs", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"],
  ...["/runs\\..", "/a b", "/a\nb", "/sign-in?next=/", "/graphql", "/v1/events", `/${"x".repeat(4_000)}`],
])("refuses the address %j", (address) => {
  expect(checkSavedView("View", address)).toMatchObject({ code: "INVALID_ADDRESS" });
});

it.each(["/", "/stores?find=L%C3%BCbeck", "/runs/northmart/price-sync/a%2Fb", `/${"x".repeat(3_999)}`])(
  "takes the address %j",
  (address) => {
    expect(checkSavedView("x".repeat(80), address)).toEqual({ title: "x".repeat(80), address });
  },
);
