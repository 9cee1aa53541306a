import { QuestionBatch } from "./question-batch.js";

type Body = { readonly query: string; readonly variables: Readonly<Record<string, { readonly id: string }>> };

const bodies: Body[] = [];

/** A server that answers each question with its id, and refuses every request that asks for "bad". */
function answer(body: Body): Response {
  const entries = Object.entries(body.variables);
  if (entries.some(([, { id }]) => id === "bad"))
    return Response.json({ errors: [{ message: "bad", extensions: { code: "BAD_USER_INPUT" } }], data: null });
  return Response.json({ data: Object.fromEntries(entries.map(([name, { id }]) => [name, { id }])) });
}

function open(): QuestionBatch<{ id: string }, { id: string }> {
  return new QuestionBatch({
    field: "thing",
    inputType: "Thing",
    fragmentName: "Parts",
    fragment: "fragment Parts on T { id }",
    atMost: 16,
  });
}

describe("QuestionBatch", () => {
  const original = globalThis.fetch;
  beforeEach(() => {
    bodies.length = 0;
    globalThis.fetch = async (_url, init) => {
      const body = JSON.parse(String(init?.body)) as Body;
      bodies.push(body);
      return answer(body);
    };
  });
  afterEach(() => {
    globalThis.fetch = original;
  });

  it("sends what is asked at the same time as one request", async () => {
    const batch = open();
    const answers = await Promise.all([batch.ask({ id: "a" }), batch.ask({ id: "b" })]);
    expect(answers).toEqual([{ id: "a" }, { id: "b" }]);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.query).toContain("$q0: Thing!, $q1: Thing!");
  });

  it("asks each alone when the request was refused, so that only the one at fault fails", async () => {
    const batch = open();
    const answers = await Promise.allSettled([
      batch.ask({ id: "a" }),
      batch.ask({ id: "bad" }),
      batch.ask({ id: "c" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(bodies).toHaveLength(4);
  });

  it("asks them one after the other then: all at once, they would be too much for the server again", async () => {
    let [asked, most] = [0, 0];
    const answered = globalThis.fetch;
    globalThis.fetch = async (url, init) => {
      most = Math.max(most, (asked += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      asked -= 1;
      return answered(url, init);
    };
    const batch = open();
    await Promise.allSettled(["bad", "a", "b", "c"].map((id) => batch.ask({ id })));
    expect([bodies.length, most]).toEqual([5, 1]);
  });

  it("makes another request of more than sixteen questions", async () => {
    const batch = open();
    await Promise.all(Array.from({ length: 17 }, (_, index) => batch.ask({ id: String(index) })));
    expect(bodies.map(({ variables }) => Object.keys(variables).length)).toEqual([16, 1]);
  });
});
