import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState, type FormEvent, type ReactNode } from "react";
import { GraphqlFailure } from "../../graphql/graphql-failure.js";
import { renderSignInFailure } from "./render-sign-in-failure.js";
import classes from "./sign-in.module.css";
import { useCountdown } from "./use-countdown.js";

/** Credentials are what a person signs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

interface SignInFormProps {
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (credentials: Credentials) => void;
}

/** SignInForm asks for e-mail and password and says what was wrong with them. */
export function SignInForm(props: SignInFormProps): ReactNode {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const retryAfter = props.error instanceof GraphqlFailure ? props.error.retryAfterSeconds : null;
  const waitSeconds = useCountdown(retryAfter, props.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit({ email: email.trim(), password });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
      />
      <div role="alert" className={classes.error}>
        {props.error === null || props.isBusy ? null : renderSignInFailure(props.error, waitSeconds)}
      </div>
      <Button type="submit" loading={props.isBusy} disabled={waitSeconds > 0} fullWidth>
        Sign in
      </Button>
    </form>
  );
}
