import { TypedDocumentString } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

interface BatchOptions<Question> {
  /** The field of the query that answers one question, its argument's type, and the fragment that says what is read of it. */
  readonly field: string;
  readonly inputType: string;
  readonly fragmentName: string;
  readonly fragment: { toString(): string };
  /** More questions than these become another request, so that none is too large for the server. */
  readonly atMost: number;
  /** join says which of the questions can be asked as one; each answer is then read by all who asked. */
  readonly join?: (questions: readonly Question[]) => readonly JoinedQuestion<Question>[];
}

/** JoinedQuestion is a question and the places of those it answers. */
export interface JoinedQuestion<Question> {
  readonly question: Question;
  readonly of: readonly number[];
}

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: unknown) => void;
}

/** A page's panels ask within one rendering; later ones do not wait for them. */
const collectMs = 8;

/**
 * QuestionBatch sends the questions that a page's panels ask at the same time as one request, because the server answers from shared scans what it is
 * asked together. When such a request is refused, each question is asked alone, one after the other: a panel never fails for another one's sake.
 */
export class QuestionBatch<Question, Answer> {
  #waiting: Waiting<Question, Answer>[] = [];

  constructor(private readonly options: BatchOptions<Question>) {}

  /** ask answers one question, together with those asked at the same time. */
  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (this.#waiting.length === 1) setTimeout(() => void this.#send(), collectMs);
    });
  }

  async #send(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const questions = waiting.map(({ question }) => question);
    const joined = this.options.join?.(questions) ?? questions.map((question, index) => ({ question, of: [index] }));
    const { atMost } = this.options;
    // One request after the other: what is asked all at once only waits in the server, and runs into its time limit there.
    for (let from = 0; from < joined.length; from += atMost)
      await this.#answer(waiting, joined.slice(from, from + atMost));
  }

  async #answer(
    waiting: readonly Waiting<Question, Answer>[],
    joined: readonly JoinedQuestion<Question>[],
  ): Promise<void> {
    try {
      const answers = await this.#request(joined.map(({ question }) => question));
      joined.forEach(({ of }, place) => {
        const answer = answers[place];
        if (answer !== undefined) for (const index of of) waiting[index]?.resolve(answer);
      });
    } catch (cause) {
      const places = joined.flatMap(({ of }) => of);
      if (places.length === 1) for (const index of places) waiting[index]?.reject(cause);
      // TRICKY: together they were too much, mostly; asked alone but all at once, they would be too much again.
      else for (const index of places) await this.#answerAlone(waiting, index);
    }
  }

  #answerAlone(waiting: readonly Waiting<Question, Answer>[], index: number): Promise<void> {
    const one = waiting[index];
    return one === undefined ? Promise.resolve() : this.#answer(waiting, [{ question: one.question, of: [index] }]);
  }

  async #request(questions: readonly Question[]): Promise<readonly Answer[]> {
    const { field, inputType, fragmentName, fragment } = this.options;
    const names = questions.map((_, index) => `q${index}`);
    const variables = Object.fromEntries(questions.map((question, index) => [`q${index}`, question]));
    const text = `query Panels(${names.map((name) => `$${name}: ${inputType}!`).join(", ")}) {
${names.map((name) => `  ${name}: ${field}(query: $${name}) { ...${fragmentName} }`).join("\n")}
}
${fragment.toString()}`;
    const document = new TypedDocumentString<Record<string, Answer>, Record<string, Question>>(text);
    const answers = await request(document, variables);
    return names.flatMap((name) => answers[name] ?? []);
  }
}
