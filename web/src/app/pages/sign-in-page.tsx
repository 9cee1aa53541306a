import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SignIn } from "../../features/sign-in/sign-in.js";
import { brand } from "../brand.js";

/** SignInPage lets a person in and then leads to where they wanted to go. */
export function SignInPage(): ReactNode {
  const { next } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const router = useRouter();
  const queries = useQueryClient();
  const enter = async (): Promise<void> => {
    queries.clear();
    // Only addresses of this application are followed: one slash, then no second one.
    if (next !== undefined && /^\/(?!\/|\\)/.test(next)) router.history.push(next);
    else await navigate({ to: "/" });
  };
  return <SignIn productName={brand.productName} words={brand.signInWords} onSignedIn={() => void enter()} />;
}
