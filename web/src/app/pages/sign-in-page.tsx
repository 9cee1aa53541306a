import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SignIn } from "../../features/sign-in/sign-in.js";
import { useQuery } from "@tanstack/react-query";
import { brandingQuery } from "../../features/branding/branding-query.js";
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
  const branding = useQuery(brandingQuery);
  // Until it is known there is no name: the wrong one would flash.
  const shown = branding.data ?? (branding.error === null ? { productName: "", signInWords: "" } : brand);
  return <SignIn productName={shown.productName} words={shown.signInWords} onSignedIn={() => void enter()} />;
}
