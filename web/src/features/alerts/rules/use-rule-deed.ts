import { useMutation, useQueryClient } from "@tanstack/react-query";

/** RuleDeed is a change of a rule that is being made: what it says when it failed, whether it is on its way, and how to begin it. */
export interface RuleDeed<Given> {
  readonly begin: (given: Given) => void;
  readonly isBusy: boolean;
  readonly fault: string;
}

/** useRuleDeed makes a change of a rule, and asks anew for all rules after it. */
export function useRuleDeed<Given>(act: (given: Given) => Promise<void>, onDone?: () => void): RuleDeed<Given> {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onDone?.();
      await queries.invalidateQueries({ queryKey: ["alert-rules"] });
    },
  });
  return { begin: mutation.mutate, isBusy: mutation.isPending, fault: mutation.error?.message ?? "" };
}
