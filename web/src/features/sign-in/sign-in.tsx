import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SignInDocument } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { BrandMark } from "../branding/brand-mark.js";
import { DemoPeople } from "./demo-people.js";
import { SignInForm, type Credentials } from "./sign-in-form.js";
import classes from "./sign-in.module.css";

interface SignInProps {
  readonly productName: string;
  readonly words: string;
  readonly onSignedIn: () => void;
}

/** SignIn is the sign-in page: the form, and in a demo installation the people one can look as. */
export function SignIn(props: SignInProps): ReactNode {
  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => request(SignInDocument, credentials),
    onSuccess: props.onSignedIn,
  });
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <div className={classes.brand}>
          <BrandMark size={20} />
          {props.productName}
        </div>
        <h1>Sign in</h1>
        <p className={classes.words}>{props.words}</p>
        <SignInForm
          isBusy={signIn.isPending}
          error={signIn.error}
          onSubmit={(credentials) => signIn.mutate(credentials)}
        />
      </div>
      <DemoPeople isBusy={signIn.isPending} onChoose={(credentials) => signIn.mutate(credentials)} />
    </main>
  );
}
