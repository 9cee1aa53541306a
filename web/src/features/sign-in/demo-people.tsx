import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { demoPeopleQuery } from "./demo-people-query.js";
import type { Credentials } from "./sign-in-form.js";
import classes from "./sign-in.module.css";

interface DemoPeopleProps {
  readonly isBusy: boolean;
  readonly onChoose: (credentials: Credentials) => void;
}

/** DemoPeople lists the people of a demo installation; each signs in with one click and sees what their scope allows. */
export function DemoPeople(props: DemoPeopleProps): ReactNode {
  const people = useQuery(demoPeopleQuery).data ?? [];
  if (people.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 id="demo-people">Look around as</h2>
      <p className={classes.words}>
        A simulated retail network is running here. Each person sees only what their scope allows.
      </p>
      <ul>
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              className={classes.person}
              disabled={props.isBusy}
              onClick={() => props.onChoose({ email: person.email, password: person.password })}
            >
              <span className={classes.who}>
                <strong>{person.audience}</strong> {person.name}
              </span>
              <span className={classes.sees}>{person.sees}</span>
              <span className={classes.key}>
                {person.email} · {person.password}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
