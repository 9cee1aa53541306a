import { randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import type { Scope } from "../scope/scope.js";
import { checkSavedView } from "./check-saved-view.js";
import type { SavedView, SavedViewProblem } from "./saved-view.js";
import { SavedViewsRepository, type ViewOwner } from "./saved-views.repository.js";

/** More than a menu can show; it keeps a runaway script from filling the table. */
const MAX_VIEWS = 200;

/** SavedViewsService keeps the views of whoever asks. A view is an address: what it shows is limited by the scope of whoever opens it. */
export class SavedViewsService {
  private readonly repository: SavedViewsRepository;

  constructor(private readonly parts: { postgres: Postgres; now: () => Date }) {
    this.repository = new SavedViewsRepository(parts.postgres);
  }

  /** list returns the views of whoever asks, by title. */
  list(scope: Scope): Promise<SavedView[]> {
    return this.repository.list(readOwner(scope));
  }

  /** save names an address; a view of the same title is replaced. */
  async save(scope: Scope, title: string, address: string): Promise<SavedView | SavedViewProblem> {
    const checked = checkSavedView(title, address);
    if ("code" in checked) return checked;
    const owner = readOwner(scope);
    if (!(await this.repository.isPerson(owner.person)))
      return { code: "NOT_A_PERSON", message: "Only people have saved views: sign in, keys cannot save any." };
    if ((await this.repository.countOthers(owner, checked.title)) >= MAX_VIEWS)
      return { code: "TOO_MANY", message: `There are ${MAX_VIEWS} saved views already: delete one first.` };
    return this.repository.save(owner, { ...checked, id: randomUUID(), savedAt: this.parts.now() });
  }

  /** delete takes a view of whoever asks away. */
  async delete(scope: Scope, id: string): Promise<string | SavedViewProblem> {
    const isGone = await this.repository.delete(readOwner(scope), id);
    return isGone ? id : { code: "NOT_FOUND", message: "You have no saved view of this id." };
  }
}

function readOwner(scope: Scope): ViewOwner {
  return { tenant: scope.tenant, person: scope.subjectId };
}
